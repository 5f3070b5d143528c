/**
 * What operators set up and watch: connectors, services, and the directory that the pipeline reads
 * them from.
 */
package io.chasqui.app.operations;
