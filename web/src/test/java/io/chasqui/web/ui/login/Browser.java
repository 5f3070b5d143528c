package io.chasqui.web.ui.login;

import io.chasqui.web.Caller;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the login form and sends it with what the page's script adds: its nonce. */
public record Browser(Caller caller) {
  private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
  private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

  public Caller.Answer signIn(String page, String user, String password)
      throws IOException, InterruptedException {
    String form = caller.page(page).expect(200).text();
    Map<String, String> fields = hiddenFields(form);
    fields.put("primefaces.nonce", attribute(NONCE, form));
    fields.put("login:username", user);
    fields.put("login:password", password);
    fields.put("login:submit", "login:submit");
    return caller.submit(page, fields);
  }

  private static Map<String, String> hiddenFields(String page) {
    Map<String, String> fields = new HashMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      fields.put(attribute(NAME, hidden.group()), attribute(VALUE, hidden.group()));
    }
    return fields;
  }

  private static String attribute(Pattern attribute, String tag) {
    Matcher found = attribute.matcher(tag);
    return found.find() ? found.group(1) : "";
  }
}
