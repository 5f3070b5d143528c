/**
 * How many messages of each hour stand where: counted as they move, so that nobody has to count
 * messages.
 */
package io.chasqui.app.traffic;
