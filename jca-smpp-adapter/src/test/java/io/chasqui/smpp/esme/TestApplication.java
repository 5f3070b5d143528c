package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.SystemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The application's side: grants every bind with the right password, takes everything. */
public final class TestApplication implements EsmeListener {
  public static final int MAX_BINDS = 100;

  private final List<EsmeBind> binds = new CopyOnWriteArrayList<>();
  private final List<List<EsmeSubmit>> batches = new CopyOnWriteArrayList<>();
  private final List<EsmeQuery> queries = new CopyOnWriteArrayList<>();
  private final List<String> presence = new CopyOnWriteArrayList<>();
  private final Map<SystemId, EsmeAccount> accounts = new ConcurrentHashMap<>();
  private volatile Function<EsmeBind, BindVerdict> binding = this::grant;
  private volatile Function<List<EsmeSubmit>, List<EsmeReply>> taking = TestApplication::done;
  private volatile Function<EsmeQuery, EsmeReply> answering = query -> new EsmeReply.Done();

  public void know(EsmeAccount account) {
    accounts.put(account.systemId(), account);
  }

  public void onBinds(Function<EsmeBind, BindVerdict> with) {
    binding = with;
  }

  public void onSubmits(Function<List<EsmeSubmit>, List<EsmeReply>> with) {
    taking = with;
  }

  public void onQueries(Function<EsmeQuery, EsmeReply> with) {
    answering = with;
  }

  public static List<EsmeReply> done(List<EsmeSubmit> batch) {
    return batch.stream().<EsmeReply>map(submit -> new EsmeReply.Done()).toList();
  }

  public BindVerdict grant(EsmeBind bind) {
    if (!bind.password().equals(EsmeRig.PASSWORD)) {
      return new BindVerdict.Refused(0x0E, "wrong password");
    }
    SystemId id = SystemId.of(bind.systemId());
    return new BindVerdict.Granted(accounts.getOrDefault(id, account(bind.systemId())));
  }

  public static EsmeAccount account(String systemId) {
    return new EsmeAccount(
        SystemId.of(systemId), MAX_BINDS, 100, 0, EsmeAccount.ReceiptPdu.DELIVER_SM);
  }

  @Override
  public BindVerdict onBind(EsmeBind bind) {
    binds.add(bind);
    return binding.apply(bind);
  }

  @Override
  public List<EsmeReply> onSubmits(List<EsmeSubmit> batch) {
    batches.add(batch);
    return taking.apply(batch);
  }

  @Override
  public EsmeReply onQuery(EsmeQuery query) {
    queries.add(query);
    return answering.apply(query);
  }

  @Override
  public void onPresence(SystemId account, boolean receiving) {
    presence.add(account + (receiving ? " is there" : " is gone"));
  }

  public List<EsmeBind> binds() {
    return binds;
  }

  public List<List<EsmeSubmit>> batches() {
    return batches;
  }

  /** All submits, batch by batch. */
  public List<EsmeSubmit> submits() {
    List<EsmeSubmit> all = new ArrayList<>();
    batches.forEach(all::addAll);
    return all;
  }

  public EsmeSubmit onlySubmit() {
    if (submits().size() != 1) {
      throw new IllegalStateException(submits().size() + " submits");
    }
    return submits().get(0);
  }

  public List<EsmeQuery> queries() {
    return queries;
  }

  public List<String> presence() {
    return presence;
  }
}
