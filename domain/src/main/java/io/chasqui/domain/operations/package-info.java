/** What operators set up and watch: connectors and their settings. */
package io.chasqui.domain.operations;
