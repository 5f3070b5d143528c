package io.chasqui.micro;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the built parts lie: beside the launcher's jar. */
record Assembly(Path directory) {
  /** A module and the name Payara knows it by, which web.xml and glassfish-ejb-jar.xml use. */
  record Module(String name, Path archive) {}

  static Assembly besideThisJar() {
    try {
      Path jar =
          Path.of(Assembly.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Assembly(jar.getParent()).checked();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path to the launcher's jar", e);
    }
  }

  private Assembly checked() {
    for (Module module : modules()) {
      if (!Files.isReadable(module.archive())) {
        throw new Refusal(
            "assembly: " + module.archive() + " is missing: build again with ./mvnw package");
      }
    }
    return this;
  }

  /** In the order of their start: whoever is named by another comes before it. */
  List<Module> modules() {
    return List.of(
        module("broker", "broker.rar"),
        module("smpp", "smpp.rar"),
        module("modem", "modem.rar"),
        module("chasqui", "chasqui.war"));
  }

  Path payara() {
    return directory.resolve("payara");
  }

  Path payaraJar() {
    return payara().resolve("launch-micro.jar");
  }

  private Module module(String name, String file) {
    return new Module(name, directory.resolve("apps").resolve(file));
  }
}
