/** Traces of links and of accounts in JSON. */
package io.chasqui.web.api.trace;
