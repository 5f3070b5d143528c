package io.chasqui.web.security;

import java.util.regex.Pattern;

/** The page to show after the login: one of ours, never another site's. */
public record UiReturnPath(String value) {
  /** No dots: {@code /ui/../} could lead out; no backslash, which browsers read as a slash. */
  private static final Pattern PAGE = Pattern.compile("/ui/[a-z0-9/_-]{1,200}(\\?[\\w=&%.+-]*)?");

  public static final UiReturnPath HOME = new UiReturnPath("/ui/status");

  public UiReturnPath {
    if (!PAGE.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + value + "' is not a page of the UI");
    }
  }

  /** The page wanted, or the home page when {@code wanted} is missing or not one of ours. */
  public static UiReturnPath of(String wanted) {
    return wanted != null && PAGE.matcher(wanted).matches() ? new UiReturnPath(wanted) : HOME;
  }
}
