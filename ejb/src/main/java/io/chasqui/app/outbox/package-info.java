/**
 * What waits for ESMEs, receipts and incoming messages: written in the transaction in which it
 * becomes true, kept until they have taken it.
 */
package io.chasqui.app.outbox;
