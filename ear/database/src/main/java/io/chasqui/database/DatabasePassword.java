package io.chasqui.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The gateway's own password at the embedded database: 32 random bytes, kept for the owner. */
record DatabasePassword(String value) {
  /** What stands in an SQL string without quoting. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** The password kept in the folder; a new one when there is none or the file is not whole. */
  static DatabasePassword keptIn(Path keys) {
    Path file = keys.resolve("database-password");
    try {
      String kept = Files.exists(file) ? Files.readString(file).strip() : "";
      return new DatabasePassword(FORM.matcher(kept).matches() ? kept : create(file));
    } catch (IOException e) {
      throw Folders.unwritable(file, e);
    }
  }

  private static String create(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path unfinished = Folders.unfinished(file);
    Folders.writePrivate(unfinished, password + "\n");
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return password;
  }

  @Override
  public String toString() {
    return "(password)";
  }
}
