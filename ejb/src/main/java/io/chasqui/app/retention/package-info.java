/**
 * How long messages are kept: the weeks they lie in are made ahead and dropped when they are old,
 * texts are erased when their time is over or on request.
 */
package io.chasqui.app.retention;
