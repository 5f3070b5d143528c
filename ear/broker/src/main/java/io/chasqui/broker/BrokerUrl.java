package io.chasqui.broker;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.uri.ConnectorTransportConfigurationParser;

/**
 * Where an external Artemis is: {@code tcp://host:port}, with the options of Artemis' Netty
 * connector behind a question mark, such as {@code sslEnabled=true&trustStorePath=...}.
 */
record BrokerUrl(String host, int port, Map<String, Object> options) {
  private static final String FORM =
      "chasqui.broker.url must look like tcp://host:61616, with TLS like"
          + " tcp://host:61617?sslEnabled=true&trustStorePath=/path/to/truststore.p12"
          + "&trustStorePassword=...";

  /**
   * @throws IllegalArgumentException naming what is wrong, never the options' values: some are
   *     passwords
   */
  static BrokerUrl of(String url) {
    URI uri = uri(url);
    TransportConfiguration connector = connector(uri);
    refuseUnknown(connector.getExtraParams());
    Map<String, Object> options = new TreeMap<>(connector.getParams());
    // Else the key and trust stores of the whole server, which Payara sets, would take precedence.
    options.putIfAbsent(TransportConstants.FORCE_SSL_PARAMETERS, "true");
    return new BrokerUrl(uri.getHost(), uri.getPort(), options);
  }

  private static void refuseUnknown(Map<String, Object> options) {
    if (options.containsValue(null)) {
      // Not named: it may be the end of a password.
      throw new IllegalArgumentException(
          "chasqui.broker.url has an option without a value: no value may hold '&' or ';'");
    }
    if (!options.isEmpty()) {
      throw new IllegalArgumentException(
          "chasqui.broker.url has options that Artemis' connector does not know: "
              + String.join(", ", options.keySet()));
    }
  }

  private static URI uri(String url) {
    try {
      URI uri = URI.create(url);
      if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return uri;
      }
    } catch (IllegalArgumentException notAUri) {
      // told below, without the URL, which may hold passwords
    }
    throw new IllegalArgumentException(FORM);
  }

  private static TransportConfiguration connector(URI uri) {
    try {
      return new ConnectorTransportConfigurationParser().newObject(uri, "broker").get(0);
    } catch (Exception e) {
      throw new IllegalArgumentException(FORM, e);
    }
  }

  /** As the resource adapter wants them: {@code host=...;port=...}, a comma escaped. */
  String connectionParameters() {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(";"))
        .replace(",", "\\,");
  }

  /** Safe to log. */
  @Override
  public String toString() {
    return host + ":" + port + (isEncrypted() ? " by TLS" : "");
  }

  private boolean isEncrypted() {
    return Boolean.parseBoolean(
        String.valueOf(options.get(TransportConstants.SSL_ENABLED_PROP_NAME)));
  }
}
