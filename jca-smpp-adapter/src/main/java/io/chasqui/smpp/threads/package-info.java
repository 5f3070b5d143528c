/** Working and waiting on threads that the application server lends. */
package io.chasqui.smpp.threads;
