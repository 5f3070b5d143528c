package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.transaction.xa.XAResource;

/** A message-driven bean's container side: notes the calls in their order. */
public final class TestEndpoints implements MessageEndpointFactory {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final TestTransactions transactions;
  private volatile LinkListener listener;

  public TestEndpoints(LinkListener listener, TestTransactions transactions) {
    this.listener = listener;
    this.transactions = transactions;
  }

  void listen(LinkListener to) {
    listener = to;
  }

  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource) {
    return new Endpoint();
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
    return new Endpoint();
  }

  @Override
  public boolean isDeliveryTransacted(Method method) {
    return true;
  }

  @Override
  public String getActivationName() {
    return "test";
  }

  @Override
  public Class<?> getEndpointClass() {
    return Endpoint.class;
  }

  private final class Endpoint implements MessageEndpoint, LinkListener {
    @Override
    public void beforeDelivery(Method method) {
      calls.add("before " + method.getName());
      transactions.begin();
    }

    @Override
    public void onEvents(List<LinkEvent> batch) {
      calls.add("deliver");
      listener.onEvents(batch);
    }

    @Override
    public void afterDelivery() {
      calls.add("after");
      transactions.end();
    }

    @Override
    public void release() {
      calls.add("release");
    }
  }
}
