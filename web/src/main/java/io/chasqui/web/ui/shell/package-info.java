/** What all pages share: language, theme, time zone, version. */
package io.chasqui.web.ui.shell;
