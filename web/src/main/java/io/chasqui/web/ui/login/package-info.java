/** Signing in and out. */
package io.chasqui.web.ui.login;
