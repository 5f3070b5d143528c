package io.chasqui.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.microprofile.config.ConfigProvider;

@AnalyzeClasses(
    packages = "io.chasqui.database",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule only_settings_reads_configuration =
      noClasses()
          .that()
          .doNotHaveSimpleName("Settings")
          .and()
          .doNotHaveSimpleName("MicroProfileLookup")
          .should()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ConfigProvider.class);

  @ArchTest
  static final ArchRule it_needs_neither_the_domain_nor_jakarta =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.chasqui.domain..", "jakarta..", "ch.vorburger..");
}
