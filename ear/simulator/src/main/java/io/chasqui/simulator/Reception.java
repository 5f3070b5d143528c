package io.chasqui.simulator;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Turns connections into binds, and knows the links that are up. */
final class Reception {

  private static final String OUR_SYSTEM_ID = "chasqui-sim";
  private static final long BIND_MILLIS = 10_000;
  private static final long REFUSED_MILLIS = 2_000;

  private final Credentials credentials;
  private final Function<String, Account> accounts;
  private final LinkWatcher watcher;
  private final SubmitIntake intake = new SubmitIntake();
  private final Set<Link> links = ConcurrentHashMap.newKeySet();

  private record Link(Socket socket, EsmeSession session) {}

  Reception(Credentials credentials, Function<String, Account> accounts, LinkWatcher watcher) {
    this.credentials = credentials;
    this.accounts = accounts;
    this.watcher = watcher;
  }

  /** Serves one connection up to its bind; the rest happens on jSMPP's threads. */
  void welcome(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      EsmeSession session = new EsmeSession(new SocketConnection(socket), intake);
      Link link = new Link(socket, session);
      links.add(link);
      session.addSessionStateListener(
          (now, before, self) -> {
            if (now == SessionState.CLOSED) {
              links.remove(link);
            }
          });
      bind(session, session.waitForBind(BIND_MILLIS));
    } catch (IOException | PDUException | TimeoutException | IllegalStateException e) {
      closeQuietly(socket);
    }
  }

  private void bind(EsmeSession session, BindRequest request) throws IOException, PDUException {
    int status = credentials.check(request.getSystemId(), request.getPassword());
    if (status != CommandStatus.OK) {
      watcher.refused(request.getSystemId(), status);
      request.reject(status);
      closeAfterPeer(session);
      return;
    }
    Account account = accounts.apply(request.getSystemId());
    session.belongTo(account, modeOf(request.getBindType()));
    BoundSession description = session.describe();
    session.addSessionStateListener(
        (now, before, self) -> {
          if (now == SessionState.CLOSED) {
            account.unbound(session);
            watcher.unbound(description);
          }
        });
    // jSMPP calls a link bound before it wrote the bind_resp: receipts may flow only after it.
    request.accept(OUR_SYSTEM_ID, versionFor(request.getInterfaceVersion()));
    watcher.bound(description);
    account.bound(session);
  }

  private static String modeOf(BindType type) {
    return switch (type) {
      case BIND_TX -> "tx";
      case BIND_RX -> "rx";
      case BIND_TRX -> "trx";
    };
  }

  /** Closed at once, a jSMPP client sees the end of the stream before the refusal it came with. */
  private static void closeAfterPeer(EsmeSession session) {
    CountDownLatch closed = new CountDownLatch(1);
    session.addSessionStateListener((now, before, self) -> closed.countDown());
    try {
      closed.await(REFUSED_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    session.close();
  }

  /** sc_interface_version is not for ESMEs of before 3.4 (section 3.4.1 of SMPP 3.4). */
  private static InterfaceVersion versionFor(InterfaceVersion asked) {
    return asked.compareTo(InterfaceVersion.IF_34) < 0 ? null : InterfaceVersion.IF_34;
  }

  List<EsmeSession> bound() {
    return links.stream()
        .map(Link::session)
        .filter(s -> s.account() != null && s.getSessionState().isBound())
        .toList();
  }

  /** Cuts every connection with a reset, as a crashed machine does. */
  int drop() {
    List<Link> all = List.copyOf(links);
    for (Link link : all) {
      try {
        link.socket().setSoLinger(true, 0);
      } catch (IOException e) {
        // Already closed.
      }
      link.session().close();
    }
    return all.size();
  }

  /** Unbinds all at once; a second at most each. */
  void farewell() {
    links.stream()
        .map(Link::session)
        .map(s -> Threads.daemon("simulator-unbind", s::farewell))
        .peek(Thread::start)
        .toList()
        .forEach(Reception::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }
}
