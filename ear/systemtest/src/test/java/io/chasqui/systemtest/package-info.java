/** The assembled gateway as its users meet it: over HTTP, SMPP and webhooks, from outside. */
package io.chasqui.systemtest;
