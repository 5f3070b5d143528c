/** The REST API, {@code /api/v1}. */
package io.chasqui.web.api;
