/** Tells open pages that there is something new to show. */
package io.chasqui.web.push;
