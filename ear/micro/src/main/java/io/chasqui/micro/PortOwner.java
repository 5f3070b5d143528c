package io.chasqui.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a TCP port, where Linux lets this user know. */
final class PortOwner {
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** Such as "java, process 1234". */
  static Optional<String> of(int port) {
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> lines(Path.of(table)).stream())
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length > 9 && row[3].equals(LISTENING) && localPort(row) == port)
        .map(row -> "socket:[" + row[9] + "]")
        .flatMap(socket -> holder(socket).stream())
        .findFirst();
  }

  private static int localPort(String[] row) {
    return Integer.parseInt(row[1].substring(row[1].indexOf(':') + 1).toUpperCase(Locale.ROOT), 16);
  }

  private static Optional<String> holder(String socket) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), socket))
        .map(process -> name(process.pid()) + ", process " + process.pid())
        .findFirst();
  }

  private static boolean holds(long pid, String socket) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
    } catch (IOException | RuntimeException anotherUsersProcess) {
      return false;
    }
  }

  private static boolean pointsTo(Path descriptor, String socket) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(socket);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String name(long pid) {
    return lines(Path.of("/proc/" + pid + "/comm")).stream().findFirst().orElse("?");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException noSuchThingHere) {
      return List.of();
    }
  }
}
