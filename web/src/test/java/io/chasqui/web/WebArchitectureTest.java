package io.chasqui.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import javax.sql.DataSource;

@AnalyzeClasses(packages = "io.chasqui.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
  @ArchTest
  static final ArchRule the_web_goes_through_the_use_cases =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.resource..",
              "jakarta.jms..",
              "io.chasqui.smpp..",
              "io.chasqui.modem..",
              "io.chasqui.broker..",
              "io.chasqui.database..",
              "org.jsmpp..",
              "org.flywaydb..",
              "org.apache.activemq..");

  /** Their exceptions it may name, to tell a conflict from a surprise. */
  @ArchTest
  static final ArchRule the_web_never_asks_the_database =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(EntityManager.class, DataSource.class, Connection.class);

  @ArchTest
  static final ArchRule the_api_knows_no_pages =
      noClasses()
          .that()
          .resideInAPackage("io.chasqui.web.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.chasqui.web.ui..", "jakarta.faces..", "org.primefaces..");

  @ArchTest
  static final ArchRule resources_form_no_cycle =
      slices().matching("io.chasqui.web.api.(*)..").should().beFreeOfCycles();
}
