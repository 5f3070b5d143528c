/** {@code /numbers}: whom an incoming message belongs to. */
package io.chasqui.web.api.numbers;
