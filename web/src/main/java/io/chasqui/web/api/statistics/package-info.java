/** {@code /statistics}: how many messages there were. */
package io.chasqui.web.api.statistics;
