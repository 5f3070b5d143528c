/** Taking messages in: checked, given an id, durable before they are acknowledged. */
package io.chasqui.app.intake;
