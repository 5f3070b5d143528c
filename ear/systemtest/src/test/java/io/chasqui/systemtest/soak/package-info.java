/** Faults under steady traffic, and a reckoning by the logs of the peers on both sides. */
package io.chasqui.systemtest.soak;
