/**
 * What links bring in: receipts go to the ledger; messages are joined, classified and given to
 * their client.
 */
package io.chasqui.app.incoming;
