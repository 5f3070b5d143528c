package io.chasqui.app.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** Files that only the gateway's own user may read (mode 0600 in a directory of mode 0700). */
public final class PrivateFile {
  private PrivateFile() {}

  /** The content of {@code file}, written first when there is none; whole or not at all. */
  public static byte[] readOrCreate(Path file, Supplier<byte[]> content) throws IOException {
    if (Files.notExists(file)) {
      write(file, content.get(), false);
    }
    return Files.readAllBytes(file);
  }

  /** Writes {@code file} anew. */
  public static void replace(Path file, byte[] content) throws IOException {
    write(file, content, true);
  }

  private static void write(Path file, byte[] content, boolean replace) throws IOException {
    Files.createDirectories(file.getParent(), mode("rwx------"));
    Path fresh = Files.createTempFile(file.getParent(), ".new", "", mode("rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content));
        channel.force(true);
      }
      move(fresh, file, replace);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path fresh, Path file, boolean replace) throws IOException {
    if (replace) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Another start was quicker: its content is the one that counts.
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
