package io.chasqui.smpp.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A scriptable SMSC on a free loopback port. */
public final class TestSmsc implements AutoCloseable {
  /** How a submit is met. */
  public interface Answering {
    void onSubmit(Pdu submit, SmscSession session) throws IOException;
  }

  private final List<SmscSession> sessions = new CopyOnWriteArrayList<>();
  private final List<Pdu> submits = new ArrayList<>();
  private final List<Pdu> binds = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final Map<Integer, CompletableFuture<Integer>> deliveries = new ConcurrentHashMap<>();
  private final AtomicInteger sequence = new AtomicInteger(1000);
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger enquiries = new AtomicInteger();
  private ServerSocket server;
  private int port;
  private volatile int bindStatus;
  private volatile boolean mute;
  private volatile Answering answering = this::accept;

  public TestSmsc() {
    start();
  }

  /** Listens; again on the same port after {@link #close}. */
  public final void start() {
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      port = server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerSocket listening = server;
    Thread acceptor = new Thread(() -> acceptAll(listening), "smsc-accept");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private void acceptAll(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        sessions.add(new SmscSession(listening.accept(), this));
      } catch (IOException e) {
        return;
      }
    }
  }

  public int port() {
    return port;
  }

  public void refuseBinds(int status) {
    bindStatus = status;
  }

  /** Reads everything and says nothing, not even to a bind. */
  public void mute(boolean muted) {
    mute = muted;
  }

  public void answer(Answering with) {
    answering = with;
  }

  /** Keeps answers back until {@link #release}. */
  public synchronized void hold() {
    answering = this::keep;
  }

  private synchronized void keep(Pdu submit, SmscSession session) {
    held.add(() -> acceptQuietly(submit, session));
  }

  public synchronized void release() {
    answering = this::accept;
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  public void accept(Pdu submit, SmscSession session) throws IOException {
    session.send(
        Pdu.of(
            Pdu.SUBMIT_SM | Pdu.RESPONSE, 0, submit.sequence(), "smsc-" + names.incrementAndGet()));
  }

  private void acceptQuietly(Pdu submit, SmscSession session) {
    try {
      accept(submit, session);
    } catch (IOException e) {
      // Its session has gone.
    }
  }

  public CompletableFuture<Integer> deliver(DeliverSm deliverSm) {
    return deliver(deliverSm, sessions.get(sessions.size() - 1));
  }

  public CompletableFuture<Integer> deliver(DeliverSm deliverSm, SmscSession session) {
    return deliver(deliverSm.pdu(sequence.incrementAndGet()), session);
  }

  /** The status of the deliver_sm_resp, once it has come. */
  public CompletableFuture<Integer> deliver(Pdu pdu, SmscSession session) {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    deliveries.put(pdu.sequence(), status);
    try {
      session.send(pdu);
    } catch (IOException e) {
      status.completeExceptionally(e);
    }
    return status;
  }

  void onPdu(Pdu pdu, SmscSession session) throws IOException {
    if (mute) {
      return;
    }
    if (pdu.isBind()) {
      binds.add(pdu);
      session.send(Pdu.of(pdu.command() | Pdu.RESPONSE, bindStatus, pdu.sequence(), "smsc"));
    } else if (pdu.command() == Pdu.SUBMIT_SM) {
      synchronized (this) {
        submits.add(pdu);
      }
      answering.onSubmit(pdu, session);
    } else {
      onOther(pdu, session);
    }
  }

  private void onOther(Pdu pdu, SmscSession session) throws IOException {
    switch (pdu.command()) {
      case Pdu.ENQUIRE_LINK -> {
        enquiries.incrementAndGet();
        session.send(Pdu.of(pdu.command() | Pdu.RESPONSE, 0, pdu.sequence()));
      }
      case Pdu.UNBIND -> session.send(Pdu.of(pdu.command() | Pdu.RESPONSE, 0, pdu.sequence()));
      case Pdu.DELIVER_SM | Pdu.RESPONSE ->
          deliveries.remove(pdu.sequence()).complete(pdu.status());
      default -> {}
    }
  }

  void onEnd(SmscSession session) {
    sessions.remove(session);
  }

  public synchronized List<Pdu> submits() {
    return List.copyOf(submits);
  }

  public List<Pdu> binds() {
    return List.copyOf(binds);
  }

  public int enquiries() {
    return enquiries.get();
  }

  public List<SmscSession> sessions() {
    return List.copyOf(sessions);
  }

  /** Drops all sessions, goes on listening. */
  public void cut() {
    sessions().forEach(SmscSession::close);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
