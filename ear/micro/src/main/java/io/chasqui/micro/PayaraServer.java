package io.chasqui.micro;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Payara Micro in this JVM, alone: no cluster, one listener. */
final class PayaraServer {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

  private final PayaraMicroRuntime runtime;
  private final Deque<String> deployed = new ArrayDeque<>();

  private PayaraServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * @param root the instance root, prepared
   * @throws Refusal when Payara does not come up
   */
  static PayaraServer start(LaunchSettings settings, Assembly assembly, Path root)
      throws IOException {
    // What Payara's own RootDirLauncher sets; it only serves roots that hold the runtime itself.
    System.setProperty("fish.payara.micro.BootJar", assembly.payaraJar().toUri().toString());
    System.setProperty("fish.payara.micro.UnpackDir", assembly.payara().toString());
    Path commands = root.resolve("config/pre-boot.txt");
    Files.writeString(commands, preBoot(settings));
    return new PayaraServer(
        boot(
            "--rootdir",
            root.toString(),
            "--port",
            Integer.toString(settings.httpPort()),
            "--prebootcommandfile",
            commands.toString(),
            "--name",
            "chasqui",
            "--nocluster",
            "--disablephonehome"));
  }

  // Micro has no option for the address, it would listen on every interface; and its option
  // --nohazelcast leaves the data grid on, port 6900 open to all.
  private static String preBoot(LaunchSettings settings) throws IOException {
    try (InputStream commands = PayaraServer.class.getResourceAsStream("pre-boot.txt")) {
      return new String(commands.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${host}", settings.httpHost())
          + "set "
          + LISTENER
          + ".enabled=false\n";
    }
  }

  // What payara-micro.jar's own main calls, once it has unpacked its jar of jars; here they are
  // on the class path already.
  private static PayaraMicroRuntime boot(String... options) {
    try {
      Object micro =
          Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
              .getMethod("create", String[].class)
              .invoke(null, (Object) options);
      return ((PayaraMicroBoot) micro).getRuntime();
    } catch (InvocationTargetException e) {
      throw new Refusal("server: Payara Micro does not start: " + FirstLine.of(e.getCause()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Payara Micro is not on the class path", e);
    }
  }

  /**
   * @throws Refusal with the cause, when the module is not up afterwards
   */
  void deploy(Assembly.Module module) {
    try (FailureLog log = FailureLog.listen()) {
      boolean accepted = runtime.deploy(module.name(), "/", module.archive().toFile());
      // Payara says yes to some archives it could not start; those it does not list.
      if (!accepted || !runtime.getDeployedApplicationNames().contains(module.name())) {
        throw new Refusal(module.name() + ": does not start: " + log.cause().orElse("see the log"));
      }
    }
    deployed.push(module.name());
  }

  /**
   * Opens the HTTP port, once everything behind it is up: a server without applications would say
   * of itself that it is ready.
   */
  void listen() {
    ServerCommand.run("set", LISTENER + ".enabled=true");
  }

  /** Last deployed, first stopped: nothing loses what it relies on while it finishes its work. */
  void stop() {
    while (!deployed.isEmpty()) {
      runtime.undeploy(deployed.pop());
    }
    try {
      runtime.shutdown();
    } catch (BootstrapException e) {
      System.getLogger("io.chasqui.micro")
          .log(System.Logger.Level.WARNING, "server: did not stop cleanly", e);
    }
  }
}
