package io.chasqui.smpp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.chasqui.smpp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_ADAPTER_KNOWS_THE_DOMAIN_CONNECTORS_AND_JSMPP =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.naming..",
              "javax.security.auth..",
              "javax.transaction.xa..",
              "jakarta.resource..",
              "jakarta.transaction..",
              "javax.net.ssl..",
              "io.netty..",
              "org.jsmpp..",
              "io.chasqui.domain..",
              "io.chasqui.smpp..");

  @ArchTest
  static final ArchRule CONNECTORS_STAY_IN_THE_RESOURCE_ADAPTER =
      classes()
          .that()
          .resideOutsideOfPackage("io.chasqui.smpp.ra..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("jakarta..");

  @ArchTest
  static final ArchRule NETTY_STAYS_ON_THE_WIRE =
      classes()
          .that()
          .resideOutsideOfPackage("io.chasqui.smpp.wire..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("io.netty..", "org.jsmpp.session..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.chasqui.smpp.(*)..").should().beFreeOfCycles();
}
