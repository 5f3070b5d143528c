/** Which connector a message leaves by. */
package io.chasqui.domain.routing;
