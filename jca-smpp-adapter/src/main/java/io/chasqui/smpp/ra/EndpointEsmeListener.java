package io.chasqui.smpp.ra;

import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.resource.ResourceException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;

/** Asks the application's {@link EsmeListener}; fails when there is none, or it rolled back. */
final class EndpointEsmeListener implements EsmeListener {
  private final Endpoints<EsmeListener> endpoints;
  private final Method onBind;
  private final Method onSubmits;
  private final Method onQuery;
  private final Method onPresence;

  EndpointEsmeListener(Endpoints<EsmeListener> endpoints) {
    this.endpoints = endpoints;
    this.onBind = endpoints.method("onBind");
    this.onSubmits = endpoints.method("onSubmits");
    this.onQuery = endpoints.method("onQuery");
    this.onPresence = endpoints.method("onPresence");
  }

  @Override
  public BindVerdict onBind(EsmeBind bind) {
    return call(onBind, listener -> listener.onBind(bind));
  }

  @Override
  public List<EsmeReply> onSubmits(List<EsmeSubmit> batch) {
    return call(onSubmits, listener -> listener.onSubmits(batch));
  }

  @Override
  public EsmeReply onQuery(EsmeQuery query) {
    return call(onQuery, listener -> listener.onQuery(query));
  }

  @Override
  public void onPresence(SystemId account, boolean receiving) {
    call(
        onPresence,
        listener -> {
          listener.onPresence(account, receiving);
          return account;
        });
  }

  private <R> R call(Method method, Function<EsmeListener, R> call) {
    try {
      return endpoints.call(method, call);
    } catch (ResourceException | NoSuchMethodException e) {
      throw new LinkUnavailableException(e.getMessage(), e);
    }
  }
}
