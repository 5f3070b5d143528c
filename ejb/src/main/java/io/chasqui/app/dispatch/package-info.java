/** Handing routed messages to the links, and taking the links' answers. */
package io.chasqui.app.dispatch;
