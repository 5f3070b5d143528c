/** Who sends and who receives: numbers in E.164, short codes, alphanumeric senders. */
package io.chasqui.domain.address;
