package io.chasqui.app.esme;

import io.chasqui.app.outbox.EsmeDispatcher;
import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.SystemId;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The gateway's end of the SMPP server. */
@MessageDriven(name = "EsmeMdb", messageListenerInterface = EsmeListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EsmeMdb implements EsmeListener {
  @Inject private EsmeGate gate;
  @Inject private EsmeSubmissions submissions;
  @Inject private EsmeQueries queries;
  @Inject private EsmeDispatcher outbox;

  @Override
  public BindVerdict onBind(EsmeBind bind) {
    return gate.admit(bind);
  }

  @Override
  public List<EsmeReply> onSubmits(List<EsmeSubmit> batch) {
    return submissions.take(batch);
  }

  @Override
  public EsmeReply onQuery(EsmeQuery query) {
    return queries.answer(query);
  }

  @Override
  public void onPresence(SystemId account, boolean receiving) {
    outbox.presence(account, receiving);
  }
}
