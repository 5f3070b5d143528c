package io.chasqui.micro;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Payara Micro in this JVM, alone: no cluster, one listener. */
final class PayaraServer {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";

  private final PayaraMicroRuntime runtime;
  private final Deque<String> deployed = new ArrayDeque<>();

  private PayaraServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * @param root the instance root, prepared
   */
  static PayaraServer start(LaunchSettings settings, Path root) {
    try {
      return new PayaraServer(boot(settings, root).bootStrap());
    } catch (BootstrapException e) {
      throw new Refusal("server: Payara Micro does not start: " + FirstLine.of(e), e);
    }
  }

  private static PayaraMicroBoot boot(LaunchSettings settings, Path root) {
    return micro()
        .setRootDir(root.toFile())
        .setHttpPort(settings.httpPort())
        .setNoCluster(true)
        .setNoHazelcast(true)
        .setPrintLogo(false)
        .setInstanceName("chasqui")
        .setPreBootHandler(commands -> configure(commands, settings));
  }

  // PayaraMicro.getInstance() looks for its runtime in a jar of jars; here it is on the class path.
  private static PayaraMicroBoot micro() {
    try {
      return (PayaraMicroBoot)
          Class.forName("fish.payara.micro.impl.PayaraMicroImpl").getMethod("getInstance").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Payara Micro is not on the class path", e);
    }
  }

  private static void configure(AdminCommandRunner commands, LaunchSettings settings) {
    set(commands, LISTENER + "address=" + settings.httpHost());
    set(commands, "configs.config.server-config.phone-home-runtime-configuration.enabled=false");
  }

  private static void set(AdminCommandRunner commands, String assignment) {
    ClusterCommandResult result = commands.run("set", assignment);
    if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
      throw new Refusal("server: Payara refuses " + assignment + ": " + result.getOutput());
    }
  }

  /**
   * @throws Refusal with the cause, when the module is not up afterwards
   */
  void deploy(Assembly.Module module) {
    try (FailureLog log = FailureLog.listen()) {
      if (!runtime.deploy(module.name(), "/", module.archive().toFile())) {
        throw new Refusal(module.name() + ": does not start: " + log.cause().orElse("see the log"));
      }
    }
    deployed.push(module.name());
  }

  /** Last deployed, first stopped: nothing loses what it relies on while it finishes its work. */
  void stop() {
    while (!deployed.isEmpty()) {
      runtime.undeploy(deployed.pop());
    }
    try {
      runtime.shutdown();
    } catch (BootstrapException e) {
      System.getLogger("io.chasqui.micro").log(System.Logger.Level.WARNING, "server: did not stop cleanly", e);
    }
  }
}
