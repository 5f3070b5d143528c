/** Links to modems, which this version can name but not drive. */
package io.chasqui.modem.link;
