/** {@code /auth}: tokens for administrators. */
package io.chasqui.web.api.auth;
