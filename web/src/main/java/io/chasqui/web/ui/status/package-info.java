/** The live status page: connectors, traffic of the last minutes, newest messages. */
package io.chasqui.web.ui.status;
