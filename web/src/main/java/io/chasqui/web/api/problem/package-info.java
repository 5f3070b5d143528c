/** Errors as clients see them: RFC 9457, each bad field named, nothing of our insides. */
package io.chasqui.web.api.problem;
