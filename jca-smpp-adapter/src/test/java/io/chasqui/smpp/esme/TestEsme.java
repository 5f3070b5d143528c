package io.chasqui.smpp.esme;

import io.chasqui.smpp.smsc.Pdu;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;

/** An ESME of a plain socket: says what it is told, wrong things too. One thread uses it. */
public final class TestEsme implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final Queue<Pdu> unasked = new ArrayDeque<>();
  private int sequence;

  public TestEsme(int port) {
    this(connected(port));
  }

  public TestEsme(Socket socket) {
    try {
      this.socket = socket;
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket connected(int port) {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bindBody(String systemId, String password, int version) {
    return new Body().text(systemId).text(password).text("").octet(version, 0, 0, 0).bytes();
  }

  public Pdu bind(int command, String systemId, String password) {
    return ask(command, bindBody(systemId, password, 0x34));
  }

  /** Binds as transceiver. */
  public TestEsme bound(String systemId) {
    return bound(Pdu.BIND_TRANSCEIVER, systemId);
  }

  public TestEsme bound(int command, String systemId) {
    Pdu answer = bind(command, systemId, EsmeRig.PASSWORD);
    if (answer.status() != 0) {
      throw new IllegalStateException("bind answered " + answer);
    }
    return this;
  }

  public int nextSequence() {
    return ++sequence;
  }

  public Pdu ask(int command, byte[] body) {
    return ask(new Pdu(command, 0, nextSequence(), body));
  }

  /** Sends, and waits for what has the same sequence number and is a response. */
  public Pdu ask(Pdu request) {
    send(request);
    return await(pdu -> pdu.command() < 0 && pdu.sequence() == request.sequence());
  }

  public Pdu submit(SubmitFields fields) {
    return ask(fields.pdu(nextSequence()));
  }

  public void send(Pdu pdu) {
    send(pdu.octets());
  }

  public synchronized void send(byte[] octets) {
    try {
      socket.getOutputStream().write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next PDU of its kind; others are kept. */
  public Pdu await(Predicate<Pdu> kind) {
    Iterator<Pdu> kept = unasked.iterator();
    while (kept.hasNext()) {
      Pdu pdu = kept.next();
      if (kind.test(pdu)) {
        kept.remove();
        return pdu;
      }
    }
    Pdu pdu = read().orElseThrow(() -> new IllegalStateException("the server closed"));
    while (!kind.test(pdu)) {
      unasked.add(pdu);
      pdu = read().orElseThrow(() -> new IllegalStateException("the server closed"));
    }
    return pdu;
  }

  public Pdu await(int command) {
    return await(pdu -> pdu.command() == command);
  }

  public Pdu next() {
    return await(pdu -> true);
  }

  /** Answers the next delivery. */
  public Pdu take(int command, int status) {
    Pdu delivery = await(command);
    send(new Pdu(command | Pdu.RESPONSE, status, delivery.sequence(), new byte[1]));
    return delivery;
  }

  /** Reads to the end of the connection; false when it does not come. */
  public boolean isClosedByServer() {
    Optional<Pdu> pdu = read();
    while (pdu.isPresent()) {
      unasked.add(pdu.get());
      pdu = read();
    }
    return true;
  }

  /** Empty at the end of the connection. */
  private Optional<Pdu> read() {
    try {
      return Optional.of(Pdu.read(in));
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Gone either way.
    }
  }
}
