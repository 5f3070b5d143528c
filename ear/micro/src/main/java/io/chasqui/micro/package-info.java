/**
 * The one-command gateway: checks, then Payara Micro with its modules, started and stopped whole.
 */
package io.chasqui.micro;
