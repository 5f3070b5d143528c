/** {@code /erasures}: texts of a number's messages erased on request. */
package io.chasqui.web.api.erasures;
