package io.chasqui.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.chasqui.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DomainArchitectureTest {
  private static final String ENTITY = "jakarta.persistence.Entity";

  @ArchTest
  static final ArchRule the_domain_knows_the_trade_and_nothing_else =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.persistence..",
              "jakarta.validation..",
              "com.google.re2j..",
              "io.chasqui.domain..");

  @ArchTest
  static final ArchRule features_form_no_cycle =
      slices().matching("io.chasqui.domain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_is_set_after_it_was_made =
      noMethods().should().haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule fields_of_values_are_final =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(ENTITY)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule public_values_are_records_or_built_by_a_named_factory =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotAssignableTo(Enum.class)
          .and()
          .areNotRecords()
          .and()
          .areNotAssignableTo(Throwable.class)
          .and()
          .areNotAnnotatedWith(ENTITY)
          .should()
          .haveOnlyPrivateConstructors();
}
