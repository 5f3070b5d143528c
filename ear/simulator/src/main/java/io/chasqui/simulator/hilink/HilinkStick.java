package io.chasqui.simulator.hilink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A HiLink stick on loopback. It takes a POST only with a fresh token of its session, a message
 * only with its elements in their order and nothing between them, and refuses, loses and fills up
 * as a test tells it.
 */
public final class HilinkStick implements AutoCloseable {
  /** A text it has sent, as its network had it. */
  public record SentText(String phone, String content, String reserved) {}

  private static final int BUSY = 113018;
  private static final int FORMAT = 100005;
  private static final int LOGIN_REQUIRED = 100003;
  private static final int NO_SPACE = 113053;
  private static final Pattern SEND =
      Pattern.compile(
          "<\\?xml[^>]*\\?><request><Index>-1</Index><Phones><Phone>([^<]*)</Phone></Phones>"
              + "<Sca></Sca><Content>([^<]*)</Content><Length>([0-9]+)</Length>"
              + "<Reserved>([012])</Reserved><Date>[0-9-]{10} [0-9:]{8}</Date></request>");

  private static final Pattern INDEX = Pattern.compile("<Index>([0-9]+)</Index>");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StickSessions sessions = new StickSessions();
  private final StickMemory memory;
  private final List<SentText> sent = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String failing = "";
  private volatile String password = "";
  private volatile String service = "2";
  private volatile String model = "E3372";
  private volatile String sucPhone = "";
  private volatile String failPhone = "";

  /**
   * @param places of its memory
   */
  public HilinkStick(int places) throws IOException {
    memory = new StickMemory(places);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it has sent, in that order. */
  public List<SentText> sent() {
    return List.copyOf(sent);
  }

  /** Method and path of all that was asked of it. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** A message comes in; without room the network keeps it. */
  public boolean receive(String phone, String content) {
    return memory.store(StickMemory.INBOX, phone, content, 1);
  }

  /** The first part of a long message comes in. */
  public void receiveBeginning(String phone, String content) {
    memory.store(StickMemory.INBOX, phone, content, 2);
  }

  /** More of it. */
  public void receiveMore(String content) {
    memory.grow(content);
  }

  /** The network reports what became of the oldest message to this number. */
  public void report(String phone, boolean delivered) {
    memory.store(StickMemory.INBOX, phone, "", delivered ? 7 : 8);
  }

  public int waiting() {
    return memory.count(StickMemory.INBOX);
  }

  public int keptSent() {
    return memory.count(StickMemory.SENT);
  }

  /** Its session and tokens are worth nothing any more. */
  public void dropSession() {
    sessions.drop();
  }

  /** Says so many times that it is busy. */
  public void beBusy(int times) {
    busy.set(times);
  }

  /** Sends the next messages, and ends the connection instead of answering. */
  public void loseAnswers(int times) {
    lost.set(times);
  }

  /** The network refuses messages to this number. */
  public void refuse(String phone) {
    failing = phone;
  }

  /** Asks for the login of admin with this password, in base 64. */
  public void protect(String secret) {
    password = secret;
  }

  /** Loses and finds its network. */
  public void served(boolean yes) {
    service = yes ? "2" : "0";
  }

  public void named(String name) {
    model = name;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    byte[] body = exchange.getRequestBody().readAllBytes();
    Optional<String> answer = answer(exchange, path, Bytes.text(body));
    if (answer.isEmpty()) {
      exchange.close();
      return;
    }
    byte[] octets = answer.get().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, octets.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(octets);
    }
  }

  /** Empty: the connection ends without an answer. */
  private Optional<String> answer(HttpExchange exchange, String path, String body) {
    if (path.equals("/api/webserver/SesTokInfo")) {
      return Optional.of(
          response(element("SesInfo", sessions.begin()) + element("TokInfo", sessions.token())));
    }
    String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    if (exchange.getRequestMethod().equals("GET")) {
      return Optional.of(sessions.isKnown(cookie) ? get(path) : error(StickSessions.WRONG_SESSION));
    }
    String token = exchange.getRequestHeaders().getFirst("__RequestVerificationToken");
    int wrong = sessions.spend(cookie, token);
    if (wrong != 0) {
      return Optional.of(error(wrong));
    }
    exchange.getResponseHeaders().add("__RequestVerificationToken", sessions.token());
    return post(path, body);
  }

  private String get(String path) {
    if (!password.isEmpty() && !sessions.isLoggedIn() && !path.endsWith("state-login")) {
      return error(LOGIN_REQUIRED);
    }
    return switch (path) {
      case "/api/user/state-login" ->
          response(element("State", "-1") + element("password_type", "0"));
      case "/api/sms/send-status" ->
          response(
              element("Phone", "")
                  + element("SucPhone", sucPhone)
                  + element("FailPhone", failPhone)
                  + element("TotalCount", "1")
                  + element("CurIndex", "1"));
      case "/api/sms/sms-count" ->
          response(
              element("LocalInbox", memory.count(StickMemory.INBOX))
                  + element("LocalOutbox", memory.count(StickMemory.SENT))
                  + element("LocalMax", memory.places())
                  + element("SimInbox", 0));
      case "/api/sms/config" ->
          response(
              element("SaveMode", 0)
                  + element("Validity", 10752)
                  + element("Sca", "+551100000")
                  + element("UseSReport", 0)
                  + element("SendType", 1));
      case "/api/monitoring/status" ->
          response(
              element("SignalIcon", 4)
                  + element("CurrentNetworkType", 19)
                  + element("SimStatus", 1)
                  + element("ServiceStatus", service)
                  + element("RoamingStatus", 0));
      case "/api/device/information" ->
          response(
              element("DeviceName", model)
                  + element("Imei", "861821030000001")
                  + element("Imsi", "724100000000001")
                  + element("Msisdn", "")
                  + element("SoftwareVersion", "22.200.15.00.00"));
      case "/api/device/signal" -> response(element("rssi", "-73dBm"));
      case "/api/net/current-plmn" ->
          response(element("FullName", "Vivo") + element("Numeric", "72410"));
      case "/api/ussd/get" ->
          asked.decrementAndGet() > 0
              ? error(111019)
              : response(element("content", "Saldo: R$ 7,00"));
      case "/api/ussd/release" -> ok();
      default -> error(100002);
    };
  }

  private Optional<String> post(String path, String body) {
    if (path.equals("/api/user/login")) {
      return Optional.of(logIn(body));
    }
    if (!password.isEmpty() && !sessions.isLoggedIn()) {
      return Optional.of(error(LOGIN_REQUIRED));
    }
    return switch (path) {
      case "/api/sms/send-sms" -> send(body);
      case "/api/sms/sms-list" -> Optional.of(list(body));
      case "/api/sms/delete-sms" -> {
        INDEX
            .matcher(body)
            .results()
            .forEach(each -> memory.delete(Integer.parseInt(each.group(1))));
        yield Optional.of(ok());
      }
      case "/api/ussd/send" -> {
        asked.set(2);
        yield Optional.of(ok());
      }
      case "/api/sms/set-read", "/api/sms/config", "/api/device/control" -> Optional.of(ok());
      default -> Optional.of(error(100002));
    };
  }

  private String logIn(String body) {
    String expected = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
    if (!value(body, "Username").equals("admin") || !value(body, "Password").equals(expected)) {
      return error(108006);
    }
    sessions.logIn();
    return ok();
  }

  private Optional<String> send(String body) {
    Matcher matcher = SEND.matcher(body);
    if (!matcher.matches() || matcher.group(1).contains("-")) {
      return Optional.of(error(FORMAT));
    }
    if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return Optional.of(error(BUSY));
    }
    String phone = matcher.group(1);
    String content = Bytes.unescape(matcher.group(2));
    if (!memory.store(StickMemory.SENT, phone, content, 1)) {
      return Optional.of(error(NO_SPACE));
    }
    boolean fails = phone.equals(failing);
    sucPhone = fails ? "" : phone;
    failPhone = fails ? phone : "";
    if (!fails) {
      sent.add(new SentText(phone, content, matcher.group(4)));
    }
    return lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0
        ? Optional.empty()
        : Optional.of(ok());
  }

  private String list(String body) {
    int box = Integer.parseInt(value(body, "BoxType"));
    int page = Integer.parseInt(value(body, "PageIndex"));
    int size = Math.min(50, Integer.parseInt(value(body, "ReadCount")));
    StringBuilder messages = new StringBuilder();
    for (StickMemory.Stored each : memory.page(box, page, size)) {
      messages
          .append("<Message>")
          .append(element("Smstat", 0))
          .append(element("Index", each.index()))
          .append(element("Phone", each.phone()))
          .append(element("Content", Bytes.escape(each.content())))
          .append(element("Date", "2026-11-22 12:00:00"))
          .append(element("SmsType", each.type()))
          .append("</Message>");
    }
    return response(element("Count", memory.count(box)) + "<Messages>" + messages + "</Messages>");
  }

  private static String value(String body, String tag) {
    Matcher matcher = Pattern.compile("<" + tag + ">([^<]*)</" + tag + ">").matcher(body);
    return matcher.find() ? Bytes.unescape(matcher.group(1)) : "";
  }

  private static String element(String tag, Object value) {
    return "<%s>%s</%s>\r\n".formatted(tag, value, tag);
  }

  private static String response(String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<response>\r\n" + content + "</response>";
  }

  private static String ok() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response>OK</response>";
  }

  private static String error(int code) {
    return "<error><code>%d</code><message></message></error>".formatted(code);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
