/** {@code /services}: what an incoming message is recognised by. */
package io.chasqui.web.api.services;
