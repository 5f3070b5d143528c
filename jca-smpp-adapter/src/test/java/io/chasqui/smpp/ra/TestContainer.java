package io.chasqui.smpp.ra;

import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeServerFactory;
import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.domain.link.LinkListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** As much of an application server as the adapter sees. */
public final class TestContainer implements BootstrapContext, WorkManager, AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TestTransactions transactions = new TestTransactions();
  private final SmppResourceAdapter adapter = new SmppResourceAdapter();

  public TestContainer() {
    try {
      adapter.start(this);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
  }

  public SmppResourceAdapter adapter() {
    return adapter;
  }

  public TestTransactions transactions() {
    return transactions;
  }

  public EsmeServerFactory esmes() {
    try {
      EsmeManagedConnectionFactory factory = new EsmeManagedConnectionFactory();
      factory.setResourceAdapter(adapter);
      return factory.createConnectionFactory();
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
  }

  public LinkConnectionFactory links() {
    try {
      SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();
      factory.setResourceAdapter(adapter);
      return factory.createConnectionFactory();
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestEndpoints<LinkListener> activate(LinkListener listener) {
    return activate(
        new TestEndpoints<>(LinkListener.class, listener, transactions), new SmppActivationSpec());
  }

  public TestEndpoints<EsmeListener> activate(EsmeListener listener) {
    return activate(
        new TestEndpoints<>(EsmeListener.class, listener, transactions), new EsmeActivationSpec());
  }

  private <L> TestEndpoints<L> activate(TestEndpoints<L> endpoints, ActivationSpec spec) {
    try {
      adapter.endpointActivation(endpoints, spec);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return endpoints;
  }

  @Override
  public void close() {
    adapter.stop();
    threads.shutdownNow();
  }

  @Override
  public WorkManager getWorkManager() {
    return this;
  }

  @Override
  public Timer createTimer() {
    return new Timer("adapter-timer", true);
  }

  @Override
  public void scheduleWork(Work work) throws WorkRejectedException {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      throw new WorkRejectedException(e);
    }
  }

  @Override
  public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener on)
      throws WorkRejectedException {
    scheduleWork(work);
  }

  @Override
  public long startWork(Work work) throws WorkRejectedException {
    scheduleWork(work);
    return 0;
  }

  @Override
  public long startWork(Work work, long timeout, ExecutionContext context, WorkListener on)
      throws WorkRejectedException {
    return startWork(work);
  }

  @Override
  public void doWork(Work work) {
    work.run();
  }

  @Override
  public void doWork(Work work, long timeout, ExecutionContext context, WorkListener on) {
    work.run();
  }

  @Override
  public XATerminator getXATerminator() {
    throw new UnsupportedOperationException("the adapter imports no transactions");
  }

  @Override
  public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
    return transactions;
  }

  @Override
  public boolean isContextSupported(Class<? extends WorkContext> context) {
    return false;
  }
}
