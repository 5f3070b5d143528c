/** {@code /clients} with their keys, SMPP accounts and webhook. */
package io.chasqui.web.api.clients;
