package io.chasqui.smpp.ra;

/** Nothing to set: an activation hears all ESMEs. */
public class EsmeActivationSpec extends SmppActivationSpec {}
