package io.chasqui.app.esme;

import io.chasqui.app.accounts.PasswordHash;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.esme.SenderPattern;
import io.chasqui.domain.esme.SystemId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** An account of the tests, with password {@code secret}. */
final class Acme {
  static final SystemId ID = SystemId.of("acme");
  static final String CLIENT = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final String HASH = PasswordHash.of("secret");

  private Acme() {}

  static SmppAccountView view() {
    return view("127.0.0.0/8", GsmCoding.GSM7, List.of());
  }

  static SmppAccountView view(String network, GsmCoding coding, List<SenderPattern> senders) {
    return view(HASH, true, network, coding, senders);
  }

  static SmppAccountView named(SystemId systemId) {
    SmppAccountView acme = view();
    return new SmppAccountView(systemId, CLIENT, HASH, acme.terms(), true);
  }

  static SmppAccountView switchedOff() {
    return view(HASH, false, "127.0.0.0/8", GsmCoding.GSM7, List.of());
  }

  static SmppAccountView withPassword(String password) {
    return view(PasswordHash.of(password), true, "127.0.0.0/8", GsmCoding.GSM7, List.of());
  }

  private static SmppAccountView view(
      String hash, boolean active, String network, GsmCoding coding, List<SenderPattern> senders) {
    AccountTerms terms =
        new AccountTerms(
            List.of(IpNetwork.of(network)),
            4,
            100,
            25,
            OptionalInt.of(0),
            ReceiptPdu.DELIVER_SM,
            coding,
            LongMo.UDH,
            senders,
            active);
    return new SmppAccountView(ID, CLIENT, hash, terms, active);
  }

  static DirectorySnapshot snapshot(SmppAccountView account) {
    return DirectorySnapshot.EMPTY.withSmppAccounts(Map.of(account.systemId(), account));
  }

  /** A directory that shows what it is told to. */
  static final class Told extends Directory {
    private DirectorySnapshot snapshot;

    Told(DirectorySnapshot snapshot) {
      this.snapshot = snapshot;
    }

    void show(DirectorySnapshot newSnapshot) {
      snapshot = newSnapshot;
    }

    @Override
    public DirectorySnapshot current() {
      return snapshot;
    }
  }
}
