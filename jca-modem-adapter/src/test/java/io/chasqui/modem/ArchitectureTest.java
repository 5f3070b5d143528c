package io.chasqui.modem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.chasqui.modem", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_ADAPTER_KNOWS_THE_DOMAIN_AND_CONNECTORS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.naming..",
              "javax.security.auth..",
              "javax.transaction.xa..",
              "jakarta.resource..",
              "com.fazecast.jSerialComm..",
              "io.chasqui.domain..",
              "io.chasqui.modem..");

  @ArchTest
  static final ArchRule CONNECTORS_STAY_IN_THE_RESOURCE_ADAPTER =
      classes()
          .that()
          .resideOutsideOfPackage("io.chasqui.modem.ra..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("jakarta..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.chasqui.modem.(*)..").should().beFreeOfCycles();
}
