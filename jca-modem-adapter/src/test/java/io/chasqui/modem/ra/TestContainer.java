package io.chasqui.modem.ra;

import io.chasqui.domain.link.LinkListener;
import io.chasqui.modem.device.ModemFactory;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** As much of an application server as the adapter asks for. */
final class TestContainer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ModemResourceAdapter adapter;
  private volatile LinkListener listener = batch -> {};

  TestContainer(ModemFactory wires) throws Exception {
    this(wires, Executor::execute);
  }

  /**
   * @param starting brings each task to its thread
   */
  TestContainer(ModemFactory wires, BiConsumer<Executor, Runnable> starting) throws Exception {
    adapter = new ModemResourceAdapter(wires);
    WorkManager works =
        stub(
            WorkManager.class,
            (method, arguments) -> {
              starting.accept(threads, (Work) arguments[0]);
              return 0L;
            });
    adapter.start(stub(BootstrapContext.class, (method, arguments) -> works));
    adapter.endpointActivation(
        stub(MessageEndpointFactory.class, (method, arguments) -> endpoint()), null);
  }

  ModemResourceAdapter adapter() {
    return adapter;
  }

  ModemManagedConnectionFactory factory() throws Exception {
    ModemManagedConnectionFactory factory = new ModemManagedConnectionFactory();
    factory.setResourceAdapter(adapter);
    return factory;
  }

  void listen(LinkListener next) {
    listener = next;
  }

  private Object endpoint() {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {MessageEndpoint.class, LinkListener.class},
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == LinkListener.class) {
            return call(method, arguments);
          }
          return null;
        });
  }

  private Object call(java.lang.reflect.Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(listener, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private interface Call {
    Object on(String method, Object[] arguments);
  }

  private static <T> T stub(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : call.on(method.getName(), arguments)));
  }

  @Override
  public void close() {
    adapter.stop();
    threads.shutdownNow();
  }
}
