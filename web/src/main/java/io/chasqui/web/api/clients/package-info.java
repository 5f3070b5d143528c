/** {@code /clients} with their keys and webhook. */
package io.chasqui.web.api.clients;
