/** The web module is the first to be stopped: it tells the others. */
package io.chasqui.web.lifecycle;
