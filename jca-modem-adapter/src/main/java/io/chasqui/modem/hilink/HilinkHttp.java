package io.chasqui.modem.hilink;

import io.chasqui.domain.link.TracedPdu.Direction;
import io.chasqui.modem.device.WireTrace;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One exchange with a stick, on the calling thread. */
record HilinkHttp(URI base, Duration timeout, WireTrace trace) {
  private static final int LARGEST = 4 << 20;

  /**
   * An answer.
   *
   * @param headers by name, which may be in any case
   */
  record Answer(Xml body, Map<String, List<String>> headers) {
    /** All values of a header. */
    List<String> header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
          .flatMap(entry -> entry.getValue().stream())
          .toList();
    }

    int error() {
      return body.text().contains("<error>") ? body.number("code").orElse(100001) : 0;
    }
  }

  Answer get(String path, Map<String, String> headers) throws IOException {
    return read(path, open("GET", path, headers));
  }

  /**
   * @throws UnsentException when the request did not leave
   */
  Answer post(String path, byte[] body, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open("POST", path, headers);
    connection.setRequestProperty("Content-Type", "application/xml");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    try {
      connection.connect();
    } catch (IOException e) {
      throw new UnsentException(base + ": " + e.getMessage(), e);
    }
    connection.getOutputStream().write(body);
    return read(path, connection);
  }

  private HttpURLConnection open(String method, String path, Map<String, String> headers)
      throws IOException {
    trace.keep(Direction.OUT, method + " " + path, "", "");
    HttpURLConnection connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  private Answer read(String path, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("%s%s: HTTP %d".formatted(base, path, status));
    }
    try (InputStream in = connection.getInputStream()) {
      String text = Cesu8.decode(in.readNBytes(LARGEST));
      Answer answer = new Answer(new Xml(text), connection.getHeaderFields());
      String outcome = answer.error() == 0 ? "OK" : "error " + answer.error();
      trace.keep(Direction.IN, path, outcome, text);
      return answer;
    }
  }
}
