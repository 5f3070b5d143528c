package io.chasqui.app.config;

/**
 * Where the gateway listens.
 *
 * @param port 0-65535; 0 lets the system choose
 */
public record Endpoint(String host, int port) {
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
