/** The pages for the gateway's administrators. */
package io.chasqui.web.ui;
