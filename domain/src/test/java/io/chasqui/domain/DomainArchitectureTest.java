package io.chasqui.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
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
  @ArchTest
  static final ArchRule the_domain_knows_the_trade_and_nothing_else =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
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

  /** What moves, moves by a verb of its own class. */
  @ArchTest
  static final ArchRule nobody_else_can_change_a_field =
      fields().that().areNotPrivate().should().beFinal();

  @ArchTest
  static final ArchRule what_is_equal_by_its_content_is_a_record =
      methods().that().haveName("equals").should().beDeclaredInClassesThat().areRecords();
}
