/**
 * An SMPP connector's further settings as JSON: one shape, read and written in one place, as the
 * API shows it and as it is stored.
 */
package io.chasqui.app.options;
