package io.chasqui.app.accounts;

import io.chasqui.app.operations.Services;
import io.chasqui.app.persistence.PageRequest;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Gives a new gateway its administrator and its services. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {
  @Inject private FirstAdministrator administrator;
  @Inject private AdminUsers users;
  @Inject private Services services;

  @PostConstruct
  void prepare() {
    // The administrator comes last and so marks a first start that went through: services that an
    // operator deletes later stay deleted.
    if (users.passwordHash(FirstAdministrator.USERNAME).isEmpty()
        && services.list(PageRequest.first()).data().isEmpty()) {
      services.createDefaults();
    }
    administrator.ensure();
  }
}
