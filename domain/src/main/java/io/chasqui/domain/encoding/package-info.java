/**
 * Characters and octets: the alphabets of SMS, the choice between them, long messages split and
 * joined.
 */
package io.chasqui.domain.encoding;
