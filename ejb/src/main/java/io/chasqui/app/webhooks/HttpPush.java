package io.chasqui.app.webhooks;

import io.chasqui.domain.delivery.Egress;
import io.chasqui.domain.delivery.PushAnswer;
import io.chasqui.domain.delivery.StandardSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts deliveries: directly, following nothing, remembering nothing, to permitted addresses only.
 * Many are under way on two threads; names are looked up on the executor's.
 */
final class HttpPush implements AutoCloseable {
  private static final ContentType JSON = ContentType.create("application/json");
  private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(20);
  private static final TimeValue SHUTDOWN = TimeValue.ofSeconds(2);

  /**
   * @param connections at most, to all endpoints together
   * @param connect longest wait for a connection
   * @param answer longest wait for an answer's head, its body included a third longer
   */
  record Limits(int connections, Duration connect, Duration answer) {
    Duration inAll() {
      return connect.plus(answer.multipliedBy(4).dividedBy(3));
    }
  }

  private final CloseableHttpAsyncClient client;
  private final Executor lookups;
  private final Limits limits;

  HttpPush(Egress egress, DnsResolver names, Executor lookups, Limits limits, String userAgent) {
    this.lookups = lookups;
    this.limits = limits;
    this.client =
        client(connections(new PermittedAddresses(egress, names), limits), limits, userAgent);
    client.start();
  }

  /** Never fails: what goes wrong is an answer too. */
  CompletableFuture<PushAnswer> post(PushTarget target, Delivery delivery, Instant at) {
    AnswerReader reader = new AnswerReader(at);
    CompletableFuture<PushAnswer> answer = new CompletableFuture<>();
    try {
      lookups.execute(() -> start(() -> request(target, delivery, at), reader, answer));
    } catch (RejectedExecutionException stopping) {
      answer.completeExceptionally(stopping);
    }
    return answer
        .orTimeout(limits.inAll().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> reader.head().orElseGet(() -> noAnswer(failure)));
  }

  private void start(
      Supplier<AsyncRequestProducer> request,
      AnswerReader reader,
      CompletableFuture<PushAnswer> answer) {
    try {
      Future<PushAnswer> exchange = client.execute(request.get(), reader, new Completion(answer));
      // Drops what is left of an exchange that takes too long.
      answer.whenComplete((result, failure) -> exchange.cancel(true));
    } catch (RuntimeException refused) {
      answer.completeExceptionally(refused);
    }
  }

  private static AsyncRequestProducer request(PushTarget target, Delivery delivery, Instant at) {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    AsyncRequestBuilder request = AsyncRequestBuilder.post(target.url()).setEntity(body, JSON);
    StandardSignature.of(target.secret(), delivery.id(), at, body)
        .headers()
        .forEach(request::setHeader);
    return request.build();
  }

  private PushAnswer noAnswer(Throwable failure) {
    return new PushAnswer.NoAnswer(new Failure(failure, limits).text());
  }

  @Override
  public void close() {
    // Told beforehand: closing at once takes the selectors from under threads that still use them.
    client.initiateShutdown();
    try {
      client.awaitShutdown(SHUTDOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close(CloseMode.IMMEDIATE);
  }

  private static CloseableHttpAsyncClient client(
      AsyncClientConnectionManager connections, Limits limits, String userAgent) {
    return HttpAsyncClients.custom()
        .setConnectionManager(connections)
        .setRoutePlanner(new DefaultRoutePlanner(null)) // no proxy, whatever the environment says
        .setUserAgent(userAgent)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.answer()))
                .setResponseTimeout(Timeout.of(limits.answer()))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .evictExpiredConnections()
        .evictIdleConnections(KEEP_ALIVE)
        .build();
  }

  private static AsyncClientConnectionManager connections(DnsResolver names, Limits limits) {
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setDnsResolver(names)
        .setMaxConnTotal(limits.connections())
        .setMaxConnPerRoute(limits.connections())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.answer()))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build())
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setHandshakeTimeout(Timeout.of(limits.connect()))
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .build())
        .build();
  }

  private record Completion(CompletableFuture<PushAnswer> answer)
      implements FutureCallback<PushAnswer> {
    @Override
    public void completed(PushAnswer result) {
      answer.complete(result);
    }

    @Override
    public void failed(Exception failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void cancelled() {
      answer.cancel(false);
    }
  }
}
