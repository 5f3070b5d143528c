/** {@code ./chasqui bench}: how fast, at what cost, beside what. */
package io.chasqui.benchmark;
