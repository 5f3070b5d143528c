/** A HiLink stick for tests: strict where sticks are, and in as bad a mood as a test wants. */
package io.chasqui.simulator.hilink;
