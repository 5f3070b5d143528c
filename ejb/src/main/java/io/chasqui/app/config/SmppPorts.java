package io.chasqui.app.config;

import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.EsmeListenerSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where ESMEs bind.
 *
 * @param tls a second port with encryption; empty: none
 * @param proxies networks whose connections begin with a PROXY protocol header
 */
public record SmppPorts(Endpoint plain, Optional<TlsPort> tls, List<IpNetwork> proxies) {

  /** A port with encryption. */
  public record TlsPort(int port, EsmeListenerSettings.Tls files) {}

  public SmppPorts {
    proxies = List.copyOf(proxies);
  }

  static SmppPorts read(SettingsReader reader) {
    Optional<TlsPort> tls =
        reader.optionalPort("chasqui.smpp.tls.port").stream()
            .mapToObj(port -> new TlsPort(port, files(reader)))
            .findFirst();
    return new SmppPorts(
        reader.endpoint("chasqui.smpp", 2775), tls, reader.networks("chasqui.smpp.proxies"));
  }

  private static EsmeListenerSettings.Tls files(SettingsReader reader) {
    return new EsmeListenerSettings.Tls(
        reader.file("chasqui.smpp.tls.certificate", "chasqui.smpp.tls.port"),
        reader.file("chasqui.smpp.tls.key", "chasqui.smpp.tls.port"),
        reader.text("chasqui.smpp.tls.client.authority"));
  }

  /** The ports to open. */
  public List<EsmeListenerSettings> listeners() {
    EsmeListenerSettings open = EsmeListenerSettings.at(plain.host(), plain.port());
    return Stream.concat(
            Stream.of(with(open, plain.port(), Optional.empty())),
            tls.stream().map(each -> with(open, each.port(), Optional.of(each.files()))))
        .toList();
  }

  private EsmeListenerSettings with(
      EsmeListenerSettings base, int port, Optional<EsmeListenerSettings.Tls> encryption) {
    return new EsmeListenerSettings(
        base.host(),
        port,
        encryption,
        proxies,
        base.maxConnections(),
        base.bindTimeout(),
        base.inactivity(),
        base.enquireLink(),
        base.responseTimeout());
  }

  @Override
  public String toString() {
    return tls.map(each -> "%s and %d with TLS".formatted(plain, each.port()))
        .orElseGet(plain::toString);
  }
}
