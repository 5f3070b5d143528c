package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.mapping.MultiSubmit.Unsuccess;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an account's ESMEs submit, read from their PDUs; ids are given here. */
public record SubmitRequests(SystemId account, Clock clock) {
  /** With its NUL (SMPP 3.4, 5.2.11). */
  static final int SERVICE_TYPE_MOST = 6;

  private static final int DESTINATIONS_MOST = 254;
  private static final int SME_ADDRESS = 1;
  private static final int DISTRIBUTION_LIST = 2;

  /** With its NUL (SMPP 3.4, 5.2.27). */
  private static final int LIST_NAME_MOST = 21;

  /** submit_sm (SMPP 3.4, 4.4.1). */
  public EsmeSubmit submitSm(Pdu pdu) throws BadRequestException {
    Instant now = clock.instant();
    Fields fields = new Fields(pdu);
    String service = serviceType(fields);
    Address source = AddressField.SOURCE.read(fields);
    Address destination = AddressField.DESTINATION.readPresent(fields);
    return single(now, service, source, destination, SubmitTerms.read(fields, now));
  }

  /** data_sm (SMPP 3.4, 4.7.1). */
  public EsmeSubmit dataSm(Pdu pdu) throws BadRequestException {
    Instant now = clock.instant();
    Fields fields = new Fields(pdu);
    String service = serviceType(fields);
    Address source = AddressField.SOURCE.read(fields);
    Address destination = AddressField.DESTINATION.readPresent(fields);
    return single(now, service, source, destination, SubmitTerms.readData(fields, now));
  }

  /** submit_multi (SMPP 3.4, 4.5.1). Distribution lists are refused each, as there are none. */
  public MultiSubmit submitMulti(Pdu pdu) throws BadRequestException {
    Instant now = clock.instant();
    Fields fields = new Fields(pdu);
    String service = serviceType(fields);
    Address source = AddressField.SOURCE.read(fields);
    List<Address> destinations = new ArrayList<>();
    List<Unsuccess> refused = new ArrayList<>();
    int count = destinationCount(fields);
    for (int i = 0; i < count; i++) {
      readDestination(fields, destinations, refused);
    }
    SubmitTerms terms = SubmitTerms.read(fields, now);
    return new MultiSubmit(each(now, service, source, destinations, terms), refused);
  }

  static String serviceType(Fields fields) throws BadRequestException {
    return fields.text(SERVICE_TYPE_MOST, CommandStatus.INVALID_SERVICE_TYPE, "service_type");
  }

  private static int destinationCount(Fields fields) throws BadRequestException {
    int status = CommandStatus.INVALID_DESTINATION_COUNT;
    int count = fields.octet(DESTINATIONS_MOST, status, "number_of_dests");
    if (count == 0) {
      throw new BadRequestException(status, "number_of_dests 0");
    }
    return count;
  }

  private static void readDestination(
      Fields fields, List<Address> destinations, List<Unsuccess> refused)
      throws BadRequestException {
    int flag = fields.octet();
    switch (flag) {
      case SME_ADDRESS -> destinations.add(AddressField.DESTINATION.readPresent(fields));
      case DISTRIBUTION_LIST -> refused.add(distributionList(fields));
      default ->
          throw new BadRequestException(
              CommandStatus.INVALID_DESTINATION_FLAG, "dest_flag " + flag);
    }
  }

  private static Unsuccess distributionList(Fields fields) throws BadRequestException {
    int status = CommandStatus.INVALID_DISTRIBUTION_LIST;
    String name = fields.text(LIST_NAME_MOST, status, "dl_name");
    return new Unsuccess(Address.of(Address.UNKNOWN, Address.UNKNOWN, name), status);
  }

  private List<EsmeSubmit> each(
      Instant now, String service, Address source, List<Address> destinations, SubmitTerms terms) {
    List<EsmeSubmit> submits = new ArrayList<>();
    MessageId told = MessageId.next(clock);
    MessageId id = told;
    for (Address destination : destinations) {
      submits.add(submit(id, told, now, service, source, destination, terms));
      id = MessageId.next(clock);
    }
    return submits;
  }

  private EsmeSubmit single(
      Instant now, String service, Address source, Address destination, SubmitTerms terms) {
    MessageId id = MessageId.next(clock);
    return submit(id, id, now, service, source, destination, terms);
  }

  private EsmeSubmit submit(
      MessageId id,
      MessageId told,
      Instant now,
      String service,
      Address source,
      Address destination,
      SubmitTerms terms) {
    return new EsmeSubmit(
        account,
        id,
        told,
        now,
        source,
        destination,
        service,
        terms.priority(),
        terms.protocolId(),
        terms.notBefore(),
        terms.validUntil(),
        terms.registeredDelivery(),
        terms.replaceIfPresent(),
        terms.coding(),
        terms.content());
  }
}
