package io.chasqui.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.delivery.Egress;
import io.chasqui.domain.delivery.PushAnswer;
import io.chasqui.domain.message.MessageId;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPushTest {
  private static final Egress LOOPBACK = new Egress(List.of(IpNetwork.of("127.0.0.0/8")));

  /** Whoever answers at all does so in time, however busy the machine. */
  private static final HttpPush.Limits LIMITS =
      new HttpPush.Limits(8, Duration.ofMinutes(1), Duration.ofMinutes(1));

  private static final WebhookSecret SECRET = WebhookSecret.generate(new SecureRandom());

  private final ExecutorService lookups = Executors.newCachedThreadPool();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    lookups.shutdownNow();
  }

  @Test
  void the_request_is_a_plain_json_post() throws Exception {
    Receiver receiver = open(Receiver.answering(204));

    assertThat(post(receiver.url())).isEqualTo(new PushAnswer.Answered(204, Optional.empty()));
    Receiver.Request request = receiver.requests().get(0);
    assertThat(request.uri()).hasToString("/hooks/chasqui");
    assertThat(request.text()).isEqualTo("{\"type\":\"message.delivered\",\"text\":\"olá €\"}");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(request.header("User-Agent")).isEqualTo("Chasqui/1.2.3");
    assertThat(request.headers()).doesNotContainKeys("Upgrade", "Accept-encoding", "Cookie");
  }

  @Test
  void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
    Receiver elsewhere = open(Receiver.answering(200));
    Receiver receiver =
        open(
            Receiver.that(
                (exchange, number) -> {
                  exchange.getResponseHeaders().set("Location", elsewhere.url().toString());
                  exchange.sendResponseHeaders(307, -1);
                }));

    assertThat(post(receiver.url()).status()).isEqualTo(307);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void a_cookie_is_not_kept_for_the_next_request() throws Exception {
    Receiver receiver =
        open(
            Receiver.that(
                (exchange, number) -> {
                  exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/");
                  exchange.sendResponseHeaders(200, -1);
                }));
    HttpPush http = http(LOOPBACK, SystemDefaultDnsResolver.INSTANCE);

    post(http, receiver.url());
    post(http, receiver.url());

    assertThat(receiver.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.header("Cookie")).isNull());
  }

  @Test
  void an_endpoint_that_hangs_is_given_up() throws Exception {
    Receiver receiver = open(Receiver.that((exchange, number) -> TimeUnit.SECONDS.sleep(30)));

    assertThat(post(impatient(Duration.ofMillis(600)), receiver.url()))
        .isEqualTo(new PushAnswer.NoAnswer("no answer within 0.6 s"));
  }

  @Test
  void an_endless_body_changes_nothing_about_the_answer() throws Exception {
    Receiver receiver =
        open(
            Receiver.that(
                (exchange, number) -> {
                  exchange.sendResponseHeaders(200, 0);
                  byte[] some = new byte[4096];
                  try (OutputStream body = exchange.getResponseBody()) {
                    while (!Thread.interrupted()) {
                      body.write(some);
                    }
                  }
                }));

    assertThat(post(receiver.url()).status()).isEqualTo(200);
  }

  @Test
  void a_body_that_drips_for_ever_is_cut_off() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    Receiver receiver =
        open(
            Receiver.that(
                (exchange, number) -> {
                  exchange.sendResponseHeaders(202, 0);
                  try (OutputStream body = exchange.getResponseBody()) {
                    do {
                      body.write('.');
                      body.flush();
                    } while (!answered.await(50, TimeUnit.MILLISECONDS));
                  }
                }));

    HttpPush http = impatient(Duration.ofSeconds(5));
    Future<PushAnswer> answer = lookups.submit(() -> post(http, receiver.url()));
    try {
      assertThat(answer)
          .succeedsWithin(Duration.ofMinutes(1))
          .extracting(PushAnswer::status)
          .isEqualTo(202);
    } finally {
      answered.countDown();
    }
  }

  @Test
  void retry_after_is_read_as_seconds() throws Exception {
    assertThat(retryAfter("120")).contains(Duration.ofSeconds(120));
  }

  @Test
  void retry_after_is_read_as_a_date() throws Exception {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));

    assertThat(retryAfter(date))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(3590), Duration.ofSeconds(3600)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "99999999999999", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void a_retry_after_that_makes_no_sense_is_none(String value) throws Exception {
    assertThat(retryAfter(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:%d/, 127.0.0.1",
    "http://localhost:%d/, 127.0.0.1",
    "http://127.1:%d/, 127.0.0.1",
    "http://2130706433:%d/, 127.0.0.1",
    "http://[::ffff:127.0.0.1]:%d/, 127.0.0.1",
    "http://[::1]:%d/, 0:0:0:0:0:0:0:1",
    "http://0.0.0.0:%d/, 0.0.0.0",
    "http://169.254.169.254:%d/latest/meta-data, 169.254.169.254"
  })
  void an_address_that_is_not_public_is_never_connected_to(String url, String address)
      throws Exception {
    Receiver receiver = open(Receiver.answering(200));
    HttpPush http = http(Egress.publicOnly(), SystemDefaultDnsResolver.INSTANCE);

    assertThat(post(http, URI.create(url.formatted(receiver.port()))))
        .isEqualTo(
            new PushAnswer.NoAnswer(
                address + " is not a public address; chasqui.egress.allow can permit it"));
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void a_name_is_looked_up_once_and_only_its_permitted_addresses_are_used() throws Exception {
    Receiver receiver = open(Receiver.answering(200));
    List<String> looked = new ArrayList<>();
    HttpPush http =
        http(
            LOOPBACK,
            names(
                host -> {
                  looked.add(host);
                  // The second time the name would lead elsewhere, as in DNS rebinding.
                  return looked.size() == 1
                      ? addresses("10.0.0.1", "127.0.0.1")
                      : addresses("10.0.0.1");
                }));

    PushAnswer answer = post(http, URI.create("http://hooks.example:" + receiver.port() + "/"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(looked).containsExactly("hooks.example");
    assertThat(receiver.requests().get(0).header("Host"))
        .isEqualTo("hooks.example:" + receiver.port());
  }

  @Test
  void a_name_that_turns_private_is_refused_for_the_next_connection() throws Exception {
    HttpPush http = http(Egress.publicOnly(), names(host -> addresses("192.168.0.7")));

    assertThat(post(http, URI.create("https://hooks.example/")).detail())
        .isEqualTo("192.168.0.7 is not a public address; chasqui.egress.allow can permit it");
  }

  @Test
  void a_proxy_of_the_environment_is_not_used() throws Exception {
    Receiver proxy = open(Receiver.answering(500));
    Receiver receiver = open(Receiver.answering(200));
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
    System.setProperty("http.nonProxyHosts", "");
    try {
      assertThat(post(receiver.url()).status()).isEqualTo(200);
      assertThat(proxy.requests()).isEmpty();
    } finally {
      List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts")
          .forEach(System::clearProperty);
    }
  }

  @Test
  void a_closed_port_is_told() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(post(URI.create("http://127.0.0.1:" + port + "/")))
        .isInstanceOfSatisfying(
            PushAnswer.NoAnswer.class,
            none -> assertThat(none.detail()).startsWith("no connection: ").contains("refused"));
  }

  @Test
  void an_unknown_host_is_told() throws Exception {
    HttpPush http =
        http(
            LOOPBACK,
            names(
                host -> {
                  throw new UnknownHostException(host);
                }));

    assertThat(post(http, URI.create("https://nowhere.example/")))
        .isEqualTo(new PushAnswer.NoAnswer("the host is not known: nowhere.example"));
  }

  @Test
  void a_certificate_nobody_vouches_for_is_refused(@TempDir Path folder) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
    List<String> reached = new ArrayList<>();
    server.createContext("/", exchange -> reached.add(exchange.getRequestMethod()));
    server.start();
    opened.add(() -> server.stop(0));

    PushAnswer answer =
        post(URI.create("https://localhost:" + server.getAddress().getPort() + "/"));

    assertThat(answer.detail()).startsWith("TLS failed: ");
    assertThat(reached).isEmpty();
  }

  private static SSLContext selfSigned(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, "secret".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Optional<Duration> retryAfter(String value) throws Exception {
    Receiver receiver =
        open(
            Receiver.that(
                (exchange, number) -> {
                  exchange.getResponseHeaders().set("Retry-After", value);
                  exchange.sendResponseHeaders(503, -1);
                }));
    return post(receiver.url()).retryAfter();
  }

  private PushAnswer post(URI url) throws Exception {
    return post(http(LOOPBACK, SystemDefaultDnsResolver.INSTANCE), url);
  }

  private static PushAnswer post(HttpPush http, URI url) throws Exception {
    Delivery delivery =
        new Delivery(
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "client",
            MessageId.next(Clock.systemUTC()),
            "message.delivered",
            "{\"type\":\"message.delivered\",\"text\":\"olá €\"}",
            0,
            Instant.now());
    return http.post(new PushTarget("hook", url, SECRET), delivery, Instant.now())
        .get(2, TimeUnit.MINUTES);
  }

  private HttpPush http(Egress egress, DnsResolver names) {
    return http(egress, names, LIMITS);
  }

  private HttpPush impatient(Duration answer) {
    return http(
        LOOPBACK,
        SystemDefaultDnsResolver.INSTANCE,
        new HttpPush.Limits(8, Duration.ofSeconds(5), answer));
  }

  private HttpPush http(Egress egress, DnsResolver names, HttpPush.Limits limits) {
    return open(new HttpPush(egress, names, lookups, limits, "Chasqui/1.2.3"));
  }

  private <T extends AutoCloseable> T open(T resource) {
    opened.add(0, resource);
    return resource;
  }

  private interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private static DnsResolver names(Lookup lookup) {
    return new Names(lookup);
  }

  private record Names(Lookup lookup) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return lookup.of(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }
}
