package io.chasqui.broker;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Artemis inside this process, reachable through memory only, its journal synced to disk. */
final class EmbeddedBroker {
  private static final String DEAD_LETTERS = "chasqui.dead";
  private static final long MEGABYTE = 1024L * 1024;

  /**
   * Artemis would wait 3.3 ms for company before it syncs, at each of the journeys a message makes
   * through its queues. What comes while a sync is under way makes the next one anyhow.
   */
  private static final int BETWEEN_SYNCS_NANOS = 200_000;

  /**
   * Held, since loggers are collected with their level; at INFO it tells of every single message.
   */
  private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  EmbeddedBroker(Path directory) {
    server.setConfiguration(configuration(directory));
  }

  void start() throws Exception {
    AUDIT.setLevel(Level.WARNING);
    server.start();
    // Needed only to stop; an EAR's class loader may be closed by then.
    Class.forName("org.apache.activemq.artemis.core.server.lock.LockCoordinator");
  }

  void stop() throws Exception {
    server.stop();
  }

  static Configuration configuration(Path directory) {
    try {
      Configuration configuration =
          new ConfigurationImpl()
              .setName("chasqui")
              .setPersistenceEnabled(true)
              .setSecurityEnabled(false)
              .setJMXManagementEnabled(false)
              .setJournalType(JournalType.NIO)
              .setJournalDatasync(true)
              .setJournalSyncTransactional(true)
              .setJournalSyncNonTransactional(true)
              .setJournalBufferTimeout_NIO(BETWEEN_SYNCS_NANOS)
              .setJournalFileSize((int) (10 * MEGABYTE))
              .setJournalMinFiles(2)
              .setJournalPoolFiles(10)
              .setJournalDirectory(directory.resolve("journal").toString())
              .setBindingsDirectory(directory.resolve("bindings").toString())
              .setLargeMessagesDirectory(directory.resolve("large").toString())
              .setPagingDirectory(directory.resolve("paging").toString())
              .setMaxDiskUsage(95)
              .addAcceptorConfiguration("in-vm", "vm://0");
      // No one but this process reaches it (vm:// only), hence no accounts.
      configuration.addAddressSetting("#", addressSettings());
      return configuration;
    } catch (Exception e) {
      throw new IllegalStateException("broker configuration", e);
    }
  }

  private static AddressSettings addressSettings() {
    return new AddressSettings()
        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
        .setAutoCreateQueues(true)
        .setAutoCreateAddresses(true)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(DEAD_LETTERS))
        .setMaxSizeBytes(64 * MEGABYTE)
        .setPageSizeBytes((int) (4 * MEGABYTE))
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        // Without end: what cannot be read is put aside by its consumer; what fails for want of the
        // database must wait for it, however long that takes.
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(500)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(15_000);
  }
}
