/** The ledger: what became of each message, written down in batches. */
package io.chasqui.app.ledger;
