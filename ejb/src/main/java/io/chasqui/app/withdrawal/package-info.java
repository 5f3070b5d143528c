/** Taking back and replacing messages that were accepted and have not left yet (ADR 14). */
package io.chasqui.app.withdrawal;
