package io.chasqui.benchmark.pipeline;

import java.util.List;

/** How messages are asked for over HTTP. */
enum RequestForm {
  /** {@code POST /api/v1/messages}. */
  ONE {
    @Override
    byte[] of(List<Stamp> stamps, String host, String key) {
      return post("/api/v1/messages", host, key, json(stamps.get(0)));
    }
  },
  /** {@code POST /api/v1/messages/batch}. */
  BULK {
    @Override
    byte[] of(List<Stamp> stamps, String host, String key) {
      String all = String.join(",", stamps.stream().map(RequestForm::json).toList());
      return post("/api/v1/messages/batch", host, key, "{\"messages\":[" + all + "]}");
    }
  },
  /** Kannel's sendsms; with a key, which is then the address of its callbacks. */
  KANNEL {
    @Override
    byte[] of(List<Stamp> stamps, String host, String key) {
      Stamp stamp = stamps.get(0);
      String path =
          "/cgi-bin/sendsms?username=bench&password=secret&from=12345&to="
              + stamp.phone()
              + "&text="
              + stamp.text()
              + "+Your+order+is+on+its+way"
              + (key.isEmpty() ? "" : "&dlr-mask=31&dlr-url=" + key + "%2F" + stamp.text());
      return HttpLine.octets("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }
  };

  abstract byte[] of(List<Stamp> stamps, String host, String key);

  private static byte[] post(String path, String host, String key, String body) {
    return HttpLine.octets(
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        X-API-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(path, host, key, body.length(), body));
  }

  private static String json(Stamp stamp) {
    String mark = stamp.text();
    return "{\"from\":\"Shop\",\"to\":\"+"
        + stamp.phone()
        + "\",\"text\":\""
        + mark
        + " Your order is on its way\",\"client_reference\":\""
        + mark
        + "\"}";
  }
}
