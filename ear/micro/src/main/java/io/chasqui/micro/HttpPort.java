package io.chasqui.micro;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** The address the gateway is to answer HTTP on, tried by binding it for a moment. */
record HttpPort(String host, int port) {
  void check() {
    InetAddress address = address();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (BindException e) {
      throw new Refusal(line(e), e);
    } catch (IOException e) {
      throw new Refusal("http: cannot listen on " + host + ":" + port + ": " + FirstLine.of(e), e);
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new Refusal(
          "http: chasqui.http.host '" + host + "' is not an address of this machine", e);
    }
  }

  private String line(BindException e) {
    String reason = FirstLine.of(e);
    if (reason.contains("assign")) {
      return "http: chasqui.http.host '" + host + "' is not an address of this machine";
    }
    if (reason.contains("ermission")) {
      return "http: port "
          + port
          + " needs privileges this user lacks: set chasqui.http.port (CHASQUI_HTTP_PORT) to 1024 or more";
    }
    String owner = PortOwner.of(port).map(who -> " by " + who).orElse("");
    return "http: port "
        + port
        + " on "
        + host
        + " is taken"
        + owner
        + ": stop that, or set chasqui.http.port (CHASQUI_HTTP_PORT) to a free one";
  }
}
