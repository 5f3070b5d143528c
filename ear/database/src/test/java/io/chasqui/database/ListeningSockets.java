package io.chasqui.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process listens on, TCP and unix, as the kernel tells it (proc(5)). */
public final class ListeningSockets {
  private static final String LISTEN = "0A";
  private static final String MAPPED = "0000000000000000FFFF0000";
  private static final String UNIX_ACCEPTS = "00010000";

  private ListeningSockets() {}

  /** As {@code 127.0.0.1:3306}. */
  public static List<String> of(long pid) throws IOException {
    Set<String> inodes = inodesOf(pid);
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        String[] word = line.strip().split("\\s+");
        if (word[3].equals(LISTEN) && inodes.contains(word[9])) {
          addresses.add(address(word[1]));
        }
      }
    }
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/unix"))) {
      String[] word = line.strip().split("\\s+");
      if (word[3].equals(UNIX_ACCEPTS) && inodes.contains(word[6])) {
        addresses.add("unix:" + line);
      }
    }
    return addresses;
  }

  private static Set<String> inodesOf(long pid) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring(8, target.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  /**
   * The kernel prints an IPv4 address as one little-endian number; a JVM's sockets are of IPv6 with
   * IPv4 addresses mapped into it (RFC 4291, 2.5.5.2).
   */
  private static String address(String hex) {
    String[] part = hex.split(":");
    String ipv4 = part[0].startsWith(MAPPED) ? part[0].substring(MAPPED.length()) : part[0];
    if (ipv4.length() != 8) {
      return hex;
    }
    byte[] ip = HexFormat.of().parseHex(ipv4);
    return "%d.%d.%d.%d:%d"
        .formatted(
            ip[3] & 255, ip[2] & 255, ip[1] & 255, ip[0] & 255, Integer.parseInt(part[1], 16));
  }
}
