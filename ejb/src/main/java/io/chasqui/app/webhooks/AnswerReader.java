package io.chasqui.app.webhooks;

import io.chasqui.domain.delivery.PushAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Keeps status and Retry-After and drops the body: up to 16 KB are read for the sake of the
 * connection, which ends when there is more.
 */
final class AnswerReader extends AbstractBinResponseConsumer<PushAnswer> {
  private static final int LONGEST_BODY = 16 * 1024;

  private final Instant at;
  private volatile PushAnswer head;
  private int octets;

  AnswerReader(Instant at) {
    this.at = at;
  }

  /** The answer as soon as its head has come, whatever becomes of its body. */
  Optional<PushAnswer> head() {
    return Optional.ofNullable(head);
  }

  @Override
  protected void start(HttpResponse response, ContentType contentType) {
    head = new PushAnswer.Answered(response.getCode(), retryAfter(response));
  }

  @Override
  protected int capacityIncrement() {
    return LONGEST_BODY;
  }

  @Override
  protected void data(ByteBuffer source, boolean last) throws IOException {
    octets += source.remaining();
    source.position(source.limit());
    if (octets > LONGEST_BODY) {
      throw new IOException("the answer's body is longer than " + LONGEST_BODY + " octets");
    }
  }

  @Override
  protected PushAnswer buildResult() {
    return head;
  }

  @Override
  public void releaseResources() {}

  /** Seconds or a date (RFC 9110, 10.2.3); anything else is as good as none. */
  private Optional<Duration> retryAfter(HttpResponse response) {
    Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null || header.getValue() == null) {
      return Optional.empty();
    }
    String value = header.getValue().strip();
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(value)));
    }
    return Optional.ofNullable(DateUtils.parseStandardDate(value))
        .map(date -> Duration.between(at, date))
        .filter(wait -> !wait.isNegative());
  }
}
