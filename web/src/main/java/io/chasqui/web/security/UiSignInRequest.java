package io.chasqui.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How a request without a session is told to sign in, in the form that whoever sent it understands.
 */
enum UiSignInRequest {
  /** A page opened in the browser. */
  PAGE {
    @Override
    void send(String loginPage, HttpServletResponse response) throws IOException {
      response.sendRedirect(loginPage);
    }
  },
  /** A part of a page asked for by Faces' script. */
  PART_OF_PAGE {
    @Override
    void send(String loginPage, HttpServletResponse response) throws IOException {
      response.setContentType("text/xml;charset=UTF-8");
      response.getWriter().printf(PARTIAL_REDIRECT, loginPage.replace("&", "&amp;"));
    }
  },
  /** An event stream, which must not be answered with a page. */
  STREAM {
    @Override
    void send(String loginPage, HttpServletResponse response) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  };

  private static final String PARTIAL_REDIRECT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <partial-response><redirect url="%s"></redirect></partial-response>""";

  static Answer of(HttpServletRequest request) {
    return new Answer(kindOf(request), loginPageFor(request));
  }

  abstract void send(String loginPage, HttpServletResponse response) throws IOException;

  private static UiSignInRequest kindOf(HttpServletRequest request) {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      return PART_OF_PAGE;
    }
    return request.getServletPath().startsWith("/ui/events") ? STREAM : PAGE;
  }

  private static String loginPageFor(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    String wanted = "GET".equals(request.getMethod()) && query != null ? path + "?" + query : path;
    return request.getContextPath()
        + "/login?from="
        + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
  }

  /** The answer to one request. */
  record Answer(UiSignInRequest kind, String loginPage) {
    void answer(HttpServletResponse response) {
      try {
        response.setHeader("Cache-Control", "no-store");
        kind.send(loginPage, response);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
