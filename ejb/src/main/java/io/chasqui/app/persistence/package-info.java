/** The schema, brought up to date before anything else starts. */
package io.chasqui.app.persistence;
