package io.chasqui.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.chasqui.app", importOptions = ImportOption.DoNotIncludeTests.class)
class UseCaseArchitectureTest {
  @ArchTest
  static final ArchRule use_cases_know_neither_wires_nor_pages =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chasqui.web..",
              "io.chasqui.smpp..",
              "io.chasqui.modem..",
              "io.chasqui.broker..",
              "io.chasqui.database..",
              "org.jsmpp..",
              "com.fazecast..",
              "org.apache.activemq..",
              "jakarta.ws.rs..",
              "jakarta.faces..",
              "jakarta.servlet..",
              "jakarta.resource..");

  @ArchTest
  static final ArchRule features_form_no_cycle =
      slices().matching("io.chasqui.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule secrets_are_made_by_strong_randomness =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random");
}
