/** The demonstration: a message out, its receipt, one in and its push, through the public API. */
package io.chasqui.micro.demo;
