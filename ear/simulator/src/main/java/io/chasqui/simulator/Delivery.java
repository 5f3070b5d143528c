package io.chasqui.simulator;

import java.util.List;
import org.jsmpp.bean.OptionalParameter;

/** The fields of a deliver_sm that differ from one to the next. */
record Delivery(
    SmsAddress source,
    SmsAddress destination,
    int esmClass,
    int dataCoding,
    byte[] userData,
    List<OptionalParameter> tlvs) {}
