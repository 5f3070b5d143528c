package io.chasqui.micro;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * An address the gateway is to listen on, tried by binding it for a moment.
 *
 * @param part what listens there, e.g. {@code http}
 * @param setting its settings' common beginning, e.g. {@code chasqui.http}
 */
record ListenPort(String part, String setting, String host, int port) {
  static ListenPort http(String host, int port) {
    return new ListenPort("http", "chasqui.http", host, port);
  }

  /** Where ESMEs bind; 0 is any free port. */
  static ListenPort smpp(String host, int port) {
    return new ListenPort("smpp server", "chasqui.smpp", host, port);
  }

  void check() {
    InetAddress address = address();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (BindException e) {
      throw new Refusal(line(e), e);
    } catch (IOException e) {
      throw new Refusal(
          part + ": cannot listen on " + host + ":" + port + ": " + FirstLine.of(e), e);
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new Refusal(noAddress(), e);
    }
  }

  private String line(BindException e) {
    String reason = FirstLine.of(e);
    if (reason.contains("assign")) {
      return noAddress();
    }
    if (reason.contains("ermission")) {
      return "%s: port %d needs privileges this user lacks: set %s to 1024 or more"
          .formatted(part, port, portSetting());
    }
    String owner = PortOwner.of(port).map(who -> " by " + who).orElse("");
    return "%s: port %d on %s is taken%s: stop that, or set %s to a free one"
        .formatted(part, port, host, owner, portSetting());
  }

  private String noAddress() {
    return "%s: %s.host '%s' is not an address of this machine".formatted(part, setting, host);
  }

  /** With the variable that sets it, as {@code chasqui.http.port (CHASQUI_HTTP_PORT)}. */
  private String portSetting() {
    String name = setting + ".port";
    return "%s (%s)".formatted(name, LaunchSettings.environmentName(name));
  }
}
