package io.chasqui.testbed;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import java.nio.file.Path;
import java.util.List;

/** How the server is started: as {@code ./chasqui run} starts it, with a home in {@code target}. */
public final class MicroSettings extends PayaraMicroContainerConfiguration {
  /** The names by which web.xml and glassfish-ejb-jar.xml know the adapters. */
  private static final List<Adapter> ADAPTERS =
      List.of(
          new Adapter("broker", "broker.rar"),
          new Adapter("smpp", "jca-smpp-adapter.rar"),
          new Adapter("modem", "jca-modem-adapter.rar"));

  private record Adapter(String name, String file) {}

  public MicroSettings() {
    Bed bed = Bed.built();
    Scratch scratch = Scratch.fresh(Path.of("target", "micro"));
    setMicroJar(bed.file("payara-micro.jar").toString());
    setRandomHttpPort(false);
    setAutoBindHttp(false);
    setOutputToConsole(false);
    setCmdOptions(
        options(
            // Over before the optimising compiler pays.
            "-XX:TieredStopAtLevel=1",
            "-Dchasqui.home=" + scratch.resolve("home"),
            "-Dchasqui.smpp.port=" + FreePort.find(),
            "-Dchasqui.egress.allow=127.0.0.0/8",
            "-Dchasqui.admin.password=" + Bed.ADMIN_PASSWORD));
    setExtraMicroOptions(
        options(
            "--port",
            Integer.toString(FreePort.find()),
            "--disablephonehome",
            "--prebootcommandfile",
            scratch.write("pre-boot.txt", bed.preBoot()).toString(),
            // After the boot and before the archive under test, which names the adapters.
            "--postbootcommandfile",
            scratch.write("adapters.txt", deployments(bed)).toString(),
            "--addLibs",
            bed.file("lib").toString(),
            "--logtofile",
            scratch.resolve("server.log").toString()));
  }

  private static String deployments(Bed bed) {
    StringBuilder commands = new StringBuilder();
    for (Adapter adapter : ADAPTERS) {
      commands.append("deploy --name %s %s%n".formatted(adapter.name(), bed.file(adapter.file())));
    }
    return commands.toString();
  }

  private static String options(String... options) {
    return String.join(" ", List.of(options).stream().map(MicroSettings::escaped).toList());
  }

  /** The container splits at blanks unless they are escaped. */
  private static String escaped(String option) {
    return option.replace(" ", "\\ ");
  }
}
