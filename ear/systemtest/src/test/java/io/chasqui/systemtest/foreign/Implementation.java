package io.chasqui.systemtest.foreign;

import io.chasqui.systemtest.Repository;
import java.nio.file.Path;
import java.util.List;

/** The foreign implementations, and how each is started. */
enum Implementation {
  NODE_SMPP {
    @Override
    List<String> command(String role) {
      return List.of("node", scripts().resolve("peer.js").toString(), role);
    }
  },
  NET_SMPP {
    @Override
    List<String> command(String role) {
      return List.of("perl", scripts().resolve("peer.pl").toString(), role);
    }
  },
  CLOUDHOPPER {
    @Override
    List<String> command(String role) {
      String classes =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      return List.of(java, "-Xmx128m", "-cp", classes, CloudhopperPeer.class.getName(), role);
    }
  };

  abstract List<String> command(String role);

  /** Where {@code ./chasqui test} has put what the scripts need. */
  private static Path scripts() {
    return Repository.root().resolve("ear/systemtest/target/peers");
  }
}
