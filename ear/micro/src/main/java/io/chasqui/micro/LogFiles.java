package io.chasqui.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * The gateway's log: {@code logs/chasqui.0.log}, ten files of 10 MB; of it, warnings of our own
 * modules also reach the console.
 */
final class LogFiles {
  private LogFiles() {}

  /** Payara reads the same file again while it boots; it must find what is in force already. */
  static void open(Path logs, Path configuration) throws IOException {
    Files.writeString(configuration, properties(logs));
    System.setProperty("java.util.logging.config.file", configuration.toString());
    try (var in = Files.newInputStream(configuration)) {
      LogManager.getLogManager().readConfiguration(in);
    }
  }

  // In FileHandler's patterns % starts a field, %g being the file's generation.
  private static String properties(Path logs) {
    String pattern = logs.resolve("chasqui").toString().replace("%", "%%") + ".%g.log";
    return """
        handlers=java.util.logging.FileHandler
        .level=INFO
        java.util.logging.FileHandler.pattern=%s
        java.util.logging.FileHandler.limit=10000000
        java.util.logging.FileHandler.count=10
        java.util.logging.FileHandler.append=true
        java.util.logging.FileHandler.formatter=io.chasqui.micro.LogLine
        java.util.logging.ConsoleHandler.formatter=io.chasqui.micro.ConsoleLine
        java.util.logging.ConsoleHandler.level=WARNING
        io.chasqui.handlers=java.util.logging.ConsoleHandler
        org.apache.activemq.artemis.level=WARNING
        org.apache.activemq.audit.level=OFF
        org.flywaydb.level=WARNING
        com.hazelcast.level=WARNING
        org.glassfish.admin.mbeanserver.level=WARNING
        javax.enterprise.system.tools.deployment.dol.level=SEVERE
        javax.enterprise.system.tools.deployment.common.level=WARNING
        fish.payara.nucleus.util.level=WARNING
        org.hibernate.validator.internal.util.Version.level=WARNING
        # Stacks for every connection that cannot be had; whoever wanted it says so in a line.
        javax.enterprise.resource.resourceadapter.com.sun.enterprise.resource.level=OFF
        javax.enterprise.resource.resourceadapter.com.sun.enterprise.connectors.level=SEVERE
        javax.enterprise.resource.resourceadapter.com.sun.gjc.spi.level=SEVERE
        javax.enterprise.resource.jta.com.sun.enterprise.transaction.level=SEVERE
        """
        .formatted(pattern.replace("\\", "\\\\"));
  }
}
