package io.chasqui.domain.esme;

import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A client's way in by SMPP: who may bind as whom, and on which terms. */
@Entity
@Table(name = "smpp_account")
public class SmppAccount {
  @Id
  @Column(name = "system_id")
  private String systemId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "allowed_ips")
  private String allowedIps;

  @Column(name = "max_binds")
  private int maxBinds;

  @Column(name = "window_size")
  private int window;

  @Column(name = "submits_per_second")
  private int submitsPerSecond;

  @Column(name = "mo_priority")
  private Integer moPriority;

  @Enumerated(EnumType.STRING)
  @Column(name = "receipt_pdu")
  private ReceiptPdu receiptPdu;

  @Enumerated(EnumType.STRING)
  @Column(name = "gsm_coding")
  private GsmCoding gsmCoding;

  @Enumerated(EnumType.STRING)
  @Column(name = "long_mo")
  private LongMo longMo;

  private String senders;
  private boolean enabled;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected SmppAccount() {}

  public static SmppAccount of(
      SystemId systemId, String clientId, String passwordHash, AccountTerms terms, Instant at) {
    SmppAccount account = new SmppAccount();
    account.systemId = systemId.value();
    account.clientId = clientId;
    account.createdAt = at;
    account.changePassword(passwordHash);
    account.agree(terms);
    return account;
  }

  public void changePassword(String newPasswordHash) {
    passwordHash = newPasswordHash;
  }

  /** Puts other terms in force. */
  public void agree(AccountTerms terms) {
    allowedIps = join(terms.allowedIps());
    maxBinds = terms.maxBinds();
    window = terms.window();
    submitsPerSecond = terms.submitsPerSecond();
    moPriority = terms.mo().isPresent() ? terms.mo().getAsInt() : null;
    receiptPdu = terms.receiptPdu();
    gsmCoding = terms.gsmCoding();
    longMo = terms.longMo();
    senders = join(terms.senders());
    enabled = terms.enabled();
  }

  public SystemId systemId() {
    return SystemId.of(systemId);
  }

  public String clientId() {
    return clientId;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public AccountTerms terms() {
    return new AccountTerms(
        split(allowedIps, IpNetwork::of),
        maxBinds,
        window,
        submitsPerSecond,
        moPriority == null ? OptionalInt.empty() : OptionalInt.of(moPriority),
        receiptPdu,
        gsmCoding,
        longMo,
        split(senders, SenderPattern::of),
        enabled);
  }

  public Instant createdAt() {
    return createdAt;
  }

  private static String join(Collection<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static <T> List<T> split(String text, Function<String, T> reading) {
    return Arrays.stream(text.split(",")).filter(each -> !each.isEmpty()).map(reading).toList();
  }
}
