/**
 * {@code bench pipeline}: a whole gateway between peers in processes of their own, which count
 * independently of it and of each other.
 */
package io.chasqui.benchmark.pipeline;
