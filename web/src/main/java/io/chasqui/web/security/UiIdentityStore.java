package io.chasqui.web.security;

import io.chasqui.app.accounts.Administrators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The administrators, who sign in at the login page. */
@ApplicationScoped
public class UiIdentityStore implements IdentityStore {
  static final String ADMIN = "admin";

  @Inject private Administrators administrators;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UiCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return administrators
        .authenticate(given.getCaller(), given.getPasswordAsString(), given.remoteAddress())
        .map(known -> new CredentialValidationResult(given.getCaller(), Set.of(ADMIN)))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}
