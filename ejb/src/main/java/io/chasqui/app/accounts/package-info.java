/** Clients with their keys, numbers and webhooks, and the administrators' way in. */
package io.chasqui.app.accounts;
