/** {@code /routes}: which connector a message leaves by. */
package io.chasqui.web.api.routes;
