/** Short messages as a modem takes and gives them: the TPDUs of 3GPP TS 23.040, and no ports. */
package io.chasqui.modem.tpdu;
