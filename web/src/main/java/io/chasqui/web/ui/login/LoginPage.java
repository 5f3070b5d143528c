package io.chasqui.web.ui.login;

import io.chasqui.web.security.UiCredential;
import io.chasqui.web.security.UiReturnPath;
import io.chasqui.web.ui.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The login form. */
@Named
@RequestScoped
public class LoginPage {
  @Inject private SecurityContext security;
  @Inject private Texts texts;

  private String username = "";
  private String password = "";
  private String from;

  /** Nothing to do here for someone who is signed in already. */
  public void skipIfSignedIn() throws IOException {
    if (security.getCallerPrincipal() != null) {
      goTo(UiReturnPath.of(from));
    }
  }

  public void signIn() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    UiCredential credential = new UiCredential(username, password, request.getRemoteAddr());
    AuthenticationStatus status =
        security.authenticate(
            request,
            (HttpServletResponse) external.getResponse(),
            AuthenticationParameters.withParams().credential(credential));
    if (status == AuthenticationStatus.SUCCESS) {
      goTo(UiReturnPath.of(from));
    } else {
      // One answer for a wrong name, a wrong password and a lock-out: it must not teach which.
      faces.addMessage(null, error(texts.of("login.refused")));
    }
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  private static FacesMessage error(String text) {
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
  }

  private static void goTo(UiReturnPath path) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + path.value());
  }
}
