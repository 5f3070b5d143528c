package io.chasqui.web.push;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The stream of server-sent events (WHATWG HTML, section 9.2) of a signed-in browser: {@code
 * change} when there is something new to show, {@code beat} while there is not.
 */
@WebServlet(urlPatterns = "/ui/events", asyncSupported = true)
public class LiveEvents extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private LivePulse pulse;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    // nginx would hold the events back otherwise.
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    LiveListener listener = new LiveListener(async, response.getOutputStream());
    listener.open();
    pulse.add(listener);
  }

  /** Lets a page that lost its stream find out whether it is still signed in. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
