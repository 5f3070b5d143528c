/**
 * Which connector a message leaves by: the routes as operators set them, and the stage that follows
 * them.
 */
package io.chasqui.app.routing;
