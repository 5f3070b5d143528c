/**
 * The broker as a resource adapter: Artemis in this process by default, an external Artemis when
 * one is configured.
 */
package io.chasqui.broker;
