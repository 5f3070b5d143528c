/** {@code /messages}: sending, and looking up what became of it. */
package io.chasqui.web.api.messages;
