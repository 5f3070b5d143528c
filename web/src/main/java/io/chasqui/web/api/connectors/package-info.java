/** {@code /connectors}: the gateway's links, as rows that start and stop. */
package io.chasqui.web.api.connectors;
