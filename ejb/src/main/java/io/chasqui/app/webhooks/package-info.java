/** Tells clients by webhook what became of their messages, and keeps trying until they know. */
package io.chasqui.app.webhooks;
