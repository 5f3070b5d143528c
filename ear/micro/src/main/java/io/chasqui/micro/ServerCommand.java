package io.chasqui.micro;

import java.lang.annotation.Annotation;

/**
 * An administration command, as asadmin would run it, in this JVM. Payara's classes for it are in
 * the server's jar of jars, on the class path at run time and not at compile time.
 */
final class ServerCommand {
  private ServerCommand() {}

  /**
   * @throws Refusal with the server's answer when it does not carry the command out
   */
  static void run(String command, String... arguments) {
    try {
      Class<?> runnerType = Class.forName("org.glassfish.embeddable.CommandRunner");
      Object runner =
          Class.forName("org.glassfish.hk2.api.ServiceLocator")
              .getMethod("getService", Class.class, Annotation[].class)
              .invoke(habitat(), runnerType, new Annotation[0]);
      Object result =
          runnerType
              .getMethod("run", String.class, String[].class)
              .invoke(runner, command, arguments);
      Class<?> resultType = Class.forName("org.glassfish.embeddable.CommandResult");
      if (!"SUCCESS".equals(resultType.getMethod("getExitStatus").invoke(result).toString())) {
        throw new Refusal("server: " + resultType.getMethod("getOutput").invoke(result));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Payara Micro than this launcher was made for", e);
    }
  }

  private static Object habitat() throws ReflectiveOperationException {
    return Class.forName("org.glassfish.internal.api.Globals")
        .getMethod("getDefaultHabitat")
        .invoke(null);
  }
}
