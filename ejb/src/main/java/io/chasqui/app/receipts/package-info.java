/** What is known of how each carrier writes its receipts: set by operators, or learnt. */
package io.chasqui.app.receipts;
