package io.chasqui.simulator;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** The peer of the tests: jSMPP's own client, bound over a real socket. */
final class Esme implements AutoCloseable, MessageReceiverListener {

  private static final Logger JSMPP = Logger.getLogger("org.jsmpp");

  static {
    // Links that break are the point of these tests; jSMPP prints a stack trace for each.
    JSMPP.setLevel(Level.OFF);
  }

  private final SMPPSession session =
      new SMPPSession(new SynchronizedPDUSender(), new DefaultPDUReader(), Esme::connect);
  private final List<DeliverSm> received = new CopyOnWriteArrayList<>();
  private volatile int answer;

  private Esme() {
    session.setTransactionTimer(20_000);
    session.setPduProcessorDegree(10);
    session.setQueueCapacity(5_000);
    session.setMessageReceiverListener(this);
  }

  static Esme bind(Simulator simulator) throws IOException {
    return bind(simulator, BindType.BIND_TRX, "esme", "secret");
  }

  static Esme bind(Simulator simulator, BindType type, String systemId, String password)
      throws IOException {
    return bind(simulator.port(), type, systemId, password);
  }

  static Esme bind(int port) throws IOException {
    return bind(port, BindType.BIND_TRX, "esme", "secret");
  }

  private static Esme bind(int port, BindType type, String systemId, String password)
      throws IOException {
    Esme esme = new Esme();
    esme.session.connectAndBind(
        "127.0.0.1",
        port,
        new BindParameter(
            type,
            systemId,
            password,
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null));
    return esme;
  }

  /** jSMPP's own way leaves Nagle's algorithm on: 40 ms lost again and again. */
  private static Connection connect(String host, int port) throws IOException {
    Socket socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    return new SocketConnection(socket);
  }

  /** What deliver_sm is answered with from now on. */
  Esme answering(int status) {
    answer = status;
    return this;
  }

  String submit(String text) throws Exception {
    return submit(text, 1);
  }

  String submit(String text, int registeredDelivery) throws Exception {
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.ALPHANUMERIC,
            NumberingPlanIndicator.UNKNOWN,
            "Chasqui",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            "5511999990000",
            new ESMClass(0),
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(registeredDelivery),
            (byte) ReplaceIfPresentFlag.DEFAULT.value(),
            new RawDataCoding((byte) 0),
            (byte) 0,
            Gsm7.encode(text))
        .getMessageId();
  }

  void transactionTimer(long millis) {
    session.setTransactionTimer(millis);
  }

  boolean bound() {
    return session.getSessionState().isBound();
  }

  List<DeliverSm> received() {
    return received;
  }

  /** Without unbind, as a killed process. */
  void vanish() {
    session.close();
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
    received.add(pdu);
    if (answer != 0) {
      throw new ProcessRequestException("as told", answer);
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification pdu) {}

  @Override
  public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("unexpected", 8);
  }

  @Override
  public void close() {
    session.unbindAndClose();
  }
}
