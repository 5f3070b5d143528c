/** Clients, their keys and numbers, and the people who administer them. */
package io.chasqui.domain.account;
