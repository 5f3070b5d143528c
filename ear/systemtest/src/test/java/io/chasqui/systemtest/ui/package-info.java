/** The pages, used through a real browser. */
package io.chasqui.systemtest.ui;
