package io.chasqui.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deny by default holds at run time; here it is shown that nothing was forgotten. */
class EveryMethodIsGuardedTest {
  private static final List<Method> METHODS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("io.chasqui.web.api")
              .stream()
              .filter(type -> type.isAnnotatedWith(Path.class))
              .map(JavaClass::reflect)
              .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
              .filter(EveryMethodIsGuardedTest::answersRequests)
              .toList();

  @Test
  void every_resource_method_says_who_may_call_it() {
    assertThat(METHODS).hasSizeGreaterThan(25).allMatch(EveryMethodIsGuardedTest::isGuarded);
  }

  @Test
  void only_login_and_refresh_are_for_anyone() {
    assertThat(METHODS.stream().filter(method -> method.isAnnotationPresent(Anyone.class)))
        .extracting(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .containsExactlyInAnyOrder("AuthResource.login", "AuthResource.refresh");
  }

  private static boolean isGuarded(Method method) {
    return method.isAnnotationPresent(Anyone.class)
        || method.isAnnotationPresent(ClientScope.class)
        || method.isAnnotationPresent(AdministratorOnly.class)
        || method.getDeclaringClass().isAnnotationPresent(AdministratorOnly.class);
  }

  private static boolean answersRequests(Method method) {
    return Stream.of(method.getAnnotations())
        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
