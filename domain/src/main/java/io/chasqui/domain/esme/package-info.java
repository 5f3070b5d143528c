/**
 * ESMEs that bind to the gateway: how they prove who they are, what they submit and ask, what they
 * are given, and the ports between the SMPP adapter and the application.
 */
package io.chasqui.domain.esme;
