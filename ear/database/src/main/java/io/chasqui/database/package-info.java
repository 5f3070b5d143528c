/** The gateway's database: MariaDB embedded under chasqui.home, or an external one by setting. */
package io.chasqui.database;
