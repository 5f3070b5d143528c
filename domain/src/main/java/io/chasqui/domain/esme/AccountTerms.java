package io.chasqui.domain.esme;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What an operator grants an SMPP account.
 *
 * @param allowedIps where it may bind from; one at least
 * @param maxBinds sessions at once, 1 or more
 * @param window requests without an answer on one session, in each direction, 1 or more
 * @param submitsPerSecond over all its sessions; 0 = no limit
 * @param mo its place among the client's accounts that receive incoming messages, 0 = first; empty
 *     = it receives none
 * @param receiptPdu the PDU its receipts come in
 * @param gsmCoding what it means by data_coding 0
 * @param longMo how it is given long incoming messages
 * @param senders it may use; empty = any
 * @param enabled false: nobody may bind
 */
public record AccountTerms(
    List<IpNetwork> allowedIps,
    int maxBinds,
    int window,
    int submitsPerSecond,
    OptionalInt mo,
    ReceiptPdu receiptPdu,
    GsmCoding gsmCoding,
    LongMo longMo,
    List<SenderPattern> senders,
    boolean enabled) {
  public static final List<IpNetwork> ANYWHERE =
      List.of(IpNetwork.of("0.0.0.0/0"), IpNetwork.of("::/0"));

  public AccountTerms {
    allowedIps = List.copyOf(allowedIps);
    senders = List.copyOf(senders);
    Objects.requireNonNull(mo);
    Objects.requireNonNull(receiptPdu);
    Objects.requireNonNull(gsmCoding);
    Objects.requireNonNull(longMo);
    if (allowedIps.isEmpty()) {
      throw new IllegalArgumentException("allowed_ips needs a network at least");
    }
  }

  public boolean admits(InetAddress peer) {
    return allowedIps.stream().anyMatch(network -> network.contains(peer));
  }

  public boolean maySendAs(Address sender) {
    return senders.isEmpty() || senders.stream().anyMatch(pattern -> pattern.matches(sender));
  }
}
