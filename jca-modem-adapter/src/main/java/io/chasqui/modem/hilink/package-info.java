/** Huawei HiLink sticks: their HTTP interface, and a modem made of it. */
package io.chasqui.modem.hilink;
