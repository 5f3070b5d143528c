package io.chasqui.domain.link;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class InMemoryLinksTest extends LinkContract {
  @Override
  protected LinkWorld world() {
    return new InMemoryWorld(new InMemoryLinks());
  }

  private record InMemoryWorld(InMemoryLinks links) implements LinkWorld {
    @Override
    public LinkSettings settings(ConnectorId id, int window) {
      return SmppLinkSettings.of(
              id, SmppPeer.of("127.0.0.1", 2775), SmppLogin.of("chasqui", "secret"))
          .with(new SmppFlow(window, 0));
    }

    @Override
    public void listen(LinkListener listener) {
      links.listen(listener);
    }

    @Override
    public void peerAnswers() {
      links.peer().answers();
    }

    @Override
    public void peerHolds() {
      links.peer().holds();
    }

    @Override
    public void peerGoes() {
      links.lose();
    }

    @Override
    public List<String> received() {
      return links.peer().received();
    }

    @Override
    public CompletableFuture<Boolean> deliver(ConnectorId id, String text) {
      return links.deliver(
          new LinkEvent.Incoming(
              id,
              Instant.now(),
              MessageId.next(Clock.systemUTC()),
              Address.infer("+5511999990000"),
              Address.infer("12345"),
              DataCodingScheme.DEFAULT,
              text.getBytes(StandardCharsets.ISO_8859_1),
              false));
    }

    @Override
    public void close() {
      links.close();
    }
  }
}
