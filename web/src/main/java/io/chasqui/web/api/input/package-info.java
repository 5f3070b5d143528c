/**
 * Reading requests strictly: every field known, of its type, in its range, and all errors told at
 * once.
 */
package io.chasqui.web.api.input;
