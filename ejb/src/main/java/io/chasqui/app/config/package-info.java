/** The gateway's own settings, read once and checked, and the key that guards stored secrets. */
package io.chasqui.app.config;
