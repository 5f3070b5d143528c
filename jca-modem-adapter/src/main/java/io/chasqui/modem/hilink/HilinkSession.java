package io.chasqui.modem.hilink;

import io.chasqui.domain.link.HilinkLogin;
import io.chasqui.modem.hilink.HilinkHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session with a stick: its cookie, and tokens that are good for one POST each. What the stick
 * refuses for a lost session or token is repeated once in a fresh one, since it refused before it
 * did anything. One exchange at a time.
 */
final class HilinkSession {
  private static final String TOKEN = "__RequestVerificationToken";

  private final HilinkHttp http;
  private final Optional<HilinkLogin> login;
  private final Deque<String> tokens = new ArrayDeque<>();
  private String cookie = "";

  HilinkSession(HilinkHttp http, Optional<HilinkLogin> login) {
    this.http = http;
    this.login = login;
  }

  private interface Exchange {
    Answer run() throws IOException;
  }

  /**
   * @throws HilinkException with the stick's error
   */
  synchronized Xml get(String path) throws IOException {
    return exchange(() -> http.get(path, headers(Optional.empty())));
  }

  /**
   * @throws HilinkException with the stick's error
   * @throws UnsentException when the stick has certainly not had it
   */
  synchronized Xml post(String path, String request) throws IOException {
    return post(path, request.getBytes(StandardCharsets.UTF_8));
  }

  synchronized Xml post(String path, byte[] request) throws IOException {
    return exchange(() -> http.post(path, request, headers(Optional.of(token()))));
  }

  /** What was lost leaves nobody knowing which token is next: the session ends with it. */
  private Xml exchange(Exchange exchange) throws IOException {
    try {
      return checked(answer(exchange));
    } catch (HilinkException e) {
      throw e;
    } catch (IOException e) {
      cookie = "";
      throw e;
    }
  }

  private Answer answer(Exchange exchange) throws IOException {
    if (cookie.isEmpty()) {
      begin();
    }
    Answer answer = remember(exchange.run());
    if (HilinkError.isStaleSession(answer.error())) {
      begin();
      answer = remember(exchange.run());
    }
    if (answer.error() == HilinkError.LOGIN_REQUIRED && login.isPresent()) {
      checked(unsentWhenLost(() -> logIn(login.get())));
      answer = remember(exchange.run());
    }
    return answer;
  }

  private static Xml checked(Answer answer) throws HilinkException {
    if (answer.error() != 0) {
      throw new HilinkException(answer.error());
    }
    return answer.body();
  }

  private Map<String, String> headers(Optional<String> token) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Cookie", cookie);
    token.ifPresent(text -> headers.put(TOKEN, text));
    return headers;
  }

  /** Before the request is made: without a token it could not be. */
  private String token() throws IOException {
    if (tokens.isEmpty()) {
      begin();
    }
    return tokens.remove();
  }

  /** Old firmware has the token alone, under another path, and no session. */
  private void begin() throws IOException {
    tokens.clear();
    Answer answer = unsentWhenLost(() -> http.get("/api/webserver/SesTokInfo", Map.of()));
    String session = answer.body().text("SesInfo");
    if (answer.error() == 0 && !session.isEmpty()) {
      cookie = session.contains("=") ? session : "SessionID=" + session;
      tokens.add(answer.body().text("TokInfo"));
      return;
    }
    Answer old = unsentWhenLost(() -> http.get("/api/webserver/token", Map.of()));
    tokens.add(checked(old).text("token"));
    cookie = cookie(old).orElse("SessionID=0");
  }

  /** Whatever is lost here, the request it is for has not left. */
  private static Answer unsentWhenLost(Exchange exchange) throws IOException {
    try {
      return exchange.run();
    } catch (UnsentException e) {
      throw e;
    } catch (IOException e) {
      throw new UnsentException(e.getMessage(), e);
    }
  }

  private Answer remember(Answer answer) {
    cookie(answer).ifPresent(next -> cookie = next);
    List<String> next =
        answer.header(TOKEN).stream()
            .flatMap(list -> Arrays.stream(list.split("#")))
            .filter(token -> !token.isEmpty())
            .toList();
    tokens.addAll(next);
    for (String name : List.of(TOKEN + "one", TOKEN + "two")) {
      tokens.addAll(answer.header(name));
    }
    return answer;
  }

  private static Optional<String> cookie(Answer answer) {
    return answer.header("Set-Cookie").stream()
        .map(value -> value.split(";")[0])
        .filter(value -> value.startsWith("SessionID="))
        .findFirst();
  }

  private Answer logIn(HilinkLogin account) throws IOException {
    Answer state = remember(http.get("/api/user/state-login", headers(Optional.empty())));
    String token = token();
    String request =
        state.body().count("password_type") == HilinkPassword.HASHED
            ? HilinkPassword.hashed(account, token)
            : HilinkPassword.encoded(account);
    return remember(
        http.post(
            "/api/user/login",
            request.getBytes(StandardCharsets.UTF_8),
            headers(Optional.of(token))));
  }
}
