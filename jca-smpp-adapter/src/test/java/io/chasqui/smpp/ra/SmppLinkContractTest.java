package io.chasqui.smpp.ra;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.domain.link.LinkContract;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkWorld;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.DeliverSm;
import io.chasqui.smpp.smsc.Pdu;
import io.chasqui.smpp.smsc.TestSmsc;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class SmppLinkContractTest extends LinkContract {
  @Override
  protected LinkWorld world() {
    TestContainer container = new TestContainer();
    return new SmppWorld(container, new TestSmsc(), container.activate(batch -> {}));
  }

  private record SmppWorld(TestContainer container, TestSmsc smsc, TestEndpoints endpoints)
      implements LinkWorld {
    @Override
    public LinkConnectionFactory links() {
      return container.links();
    }

    @Override
    public LinkSettings settings(ConnectorId id, int window) {
      return Settings.to(smsc.port()).withWindow(window).link(id);
    }

    @Override
    public void listen(LinkListener listener) {
      endpoints.listen(listener);
    }

    @Override
    public void peerAnswers() {
      smsc.release();
    }

    @Override
    public void peerHolds() {
      smsc.hold();
    }

    @Override
    public void peerGoes() {
      smsc.close();
    }

    @Override
    public List<String> received() {
      return smsc.submits().stream().map(Pdu::text).toList();
    }

    @Override
    public CompletableFuture<Boolean> deliver(ConnectorId id, String text) {
      return smsc.deliver(DeliverSm.incoming(text)).thenApply(status -> status == 0);
    }

    @Override
    public void close() {
      container.close();
      smsc.close();
    }
  }
}
