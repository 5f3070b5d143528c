/** Which service an incoming message comes from, told by patterns that match in linear time. */
package io.chasqui.domain.classification;
