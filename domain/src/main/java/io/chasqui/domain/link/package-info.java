/**
 * The ports between the pipeline and the wires: a link submits segments and answers with outcomes,
 * a listener receives what the wire brings in.
 */
package io.chasqui.domain.link;
