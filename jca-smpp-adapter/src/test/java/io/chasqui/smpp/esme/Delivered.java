package io.chasqui.smpp.esme;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeDelivery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Deliveries to hand over, and the outcomes that came of them. */
final class Delivered implements Consumer<DeliveryOutcome> {
  static final Address NUMBER = Address.of(1, 1, "5511999990000");
  static final Address SHOP = Address.of(5, 0, "Shop");

  private final List<DeliveryOutcome> outcomes = new CopyOnWriteArrayList<>();

  static EsmeDelivery message(long id, byte[] content) {
    return new EsmeDelivery(
        id, NUMBER, SHOP, DataCodingScheme.DEFAULT, new UserData(content, false), Optional.empty());
  }

  static EsmeDelivery receipt(long id, EsmeDelivery.Receipt receipt) {
    return new EsmeDelivery(
        id,
        NUMBER,
        SHOP,
        DataCodingScheme.DEFAULT,
        new UserData(SubmitFields.latin("id:M1 stat:DELIVRD"), false),
        Optional.of(receipt));
  }

  /** With ids from 1. */
  static List<EsmeDelivery> messages(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(id -> message(id, SubmitFields.latin("n" + id)))
        .toList();
  }

  @Override
  public void accept(DeliveryOutcome outcome) {
    outcomes.add(outcome);
  }

  List<DeliveryOutcome> outcomes() {
    return outcomes;
  }

  long count(Class<? extends DeliveryOutcome> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }
}
