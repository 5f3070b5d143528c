/** Delivery receipts: read from any carrier's dialect, matched to the message they speak of. */
package io.chasqui.domain.receipt;
