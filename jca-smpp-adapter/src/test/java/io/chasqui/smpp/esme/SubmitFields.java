package io.chasqui.smpp.esme;

import io.chasqui.smpp.smsc.Pdu;
import java.nio.charset.StandardCharsets;

/** submit_sm's fields, all good until changed. */
public record SubmitFields(
    String serviceType,
    int sourceTon,
    int sourceNpi,
    String source,
    int destinationTon,
    int destinationNpi,
    String destination,
    int esmClass,
    int priority,
    String schedule,
    String validity,
    int registeredDelivery,
    int replace,
    int coding,
    int defaultMessage,
    byte[] text,
    String tlvs) {

  public static SubmitFields good() {
    return saying("hello");
  }

  public static SubmitFields saying(String text) {
    return new SubmitFields(
        "", 5, 0, "Shop", 1, 1, "5511999990000", 0, 0, "", "", 1, 0, 0, 0, latin(text), "");
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public Body addressed() {
    return new Body()
        .text(serviceType)
        .octet(sourceTon, sourceNpi)
        .text(source)
        .octet(destinationTon, destinationNpi)
        .text(destination);
  }

  public Body terms(Body body) {
    return body.octet(esmClass, 0, priority)
        .text(schedule)
        .text(validity)
        .octet(registeredDelivery, replace, coding, defaultMessage, text.length)
        .octets(text)
        .hex(tlvs);
  }

  public byte[] body() {
    return terms(addressed()).bytes();
  }

  public Pdu pdu(int sequence) {
    return new Pdu(Pdu.SUBMIT_SM, 0, sequence, body());
  }

  public SubmitFields service(String to) {
    return new SubmitFields(
        to,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        priority,
        schedule,
        validity,
        registeredDelivery,
        replace,
        coding,
        defaultMessage,
        text,
        tlvs);
  }

  public SubmitFields from(int ton, int npi, String value) {
    return new SubmitFields(
        serviceType,
        ton,
        npi,
        value,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        priority,
        schedule,
        validity,
        registeredDelivery,
        replace,
        coding,
        defaultMessage,
        text,
        tlvs);
  }

  public SubmitFields to(int ton, int npi, String value) {
    return new SubmitFields(
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        ton,
        npi,
        value,
        esmClass,
        priority,
        schedule,
        validity,
        registeredDelivery,
        replace,
        coding,
        defaultMessage,
        text,
        tlvs);
  }

  public SubmitFields esmClass(int value) {
    return new SubmitFields(
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        value,
        priority,
        schedule,
        validity,
        registeredDelivery,
        replace,
        coding,
        defaultMessage,
        text,
        tlvs);
  }

  public SubmitFields priority(int value) {
    return new SubmitFields(
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        value,
        schedule,
        validity,
        registeredDelivery,
        replace,
        coding,
        defaultMessage,
        text,
        tlvs);
  }

  public SubmitFields times(String notBefore, String until) {
    return new SubmitFields(
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        priority,
        notBefore,
        until,
        registeredDelivery,
        replace,
        coding,
        defaultMessage,
        text,
        tlvs);
  }

  public SubmitFields flags(int receipts, int replacing, int canned) {
    return new SubmitFields(
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        priority,
        schedule,
        validity,
        receipts,
        replacing,
        coding,
        canned,
        text,
        tlvs);
  }

  public SubmitFields content(int dcs, byte[] octets, String tlvHex) {
    return new SubmitFields(
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        priority,
        schedule,
        validity,
        registeredDelivery,
        replace,
        dcs,
        defaultMessage,
        octets,
        tlvHex);
  }
}
