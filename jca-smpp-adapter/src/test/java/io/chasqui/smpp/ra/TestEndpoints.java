package io.chasqui.smpp.ra;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.transaction.xa.XAResource;

/** A message-driven bean's container side: notes the calls in their order. */
public final class TestEndpoints<L> implements MessageEndpointFactory {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Class<L> type;
  private final TestTransactions transactions;
  private volatile L listener;

  TestEndpoints(Class<L> type, L listener, TestTransactions transactions) {
    this.type = type;
    this.listener = listener;
    this.transactions = transactions;
  }

  public void listen(L to) {
    listener = to;
  }

  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource) {
    return (MessageEndpoint)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {MessageEndpoint.class, type},
            (proxy, method, arguments) -> invoke(method, arguments));
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
    return createEndpoint(resource);
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "beforeDelivery" -> {
        calls.add("before " + ((Method) arguments[0]).getName());
        transactions.begin();
      }
      case "afterDelivery" -> {
        calls.add("after");
        transactions.end();
      }
      case "release" -> calls.add("release");
      default -> {
        calls.add("deliver");
        return deliver(method, arguments);
      }
    }
    return null;
  }

  private Object deliver(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(listener, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
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
    return type;
  }
}
