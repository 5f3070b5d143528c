/** Who calls, and what they may: the API by its headers, the pages by their sign-in. */
package io.chasqui.web.security;
