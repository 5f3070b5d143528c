/**
 * One modem with its SIM, whatever its wire: what the pool drives, and what each wire implements.
 */
package io.chasqui.modem.device;
