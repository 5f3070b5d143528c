package io.chasqui.modem.pool;

import io.chasqui.domain.link.ConnectorId;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;

/** A file for each modem, one line: day, segments of the day, segments of its month. */
public record UsageFiles(Path directory) implements UsageBook {
  private static final Logger LOG = System.getLogger(UsageFiles.class.getName());

  @Override
  public Usage read(ConnectorId connector, String modem) {
    Path file = file(connector, modem);
    try {
      String[] fields = Files.readString(file).strip().split(" ");
      return new Usage(
          LocalDate.parse(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    } catch (NoSuchFileException e) {
      return Usage.NONE;
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "{0}/{1}: what it has sent is not known any more, its limits begin anew: {2}",
          connector,
          modem,
          e);
      return Usage.NONE;
    }
  }

  @Override
  public void write(ConnectorId connector, String modem, Usage usage) {
    Path file = file(connector, modem);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(directory);
      Files.writeString(
          fresh, "%s %d %d%n".formatted(usage.day(), usage.today(), usage.thisMonth()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "{0}/{1}: what it has sent cannot be kept, a restart forgets it: {2}",
          connector,
          modem,
          e);
    }
  }

  /** Neither name holds a slash, and no connector's id a plus sign. */
  private Path file(ConnectorId connector, String modem) {
    return directory.resolve(connector + "+" + modem + ".usage");
  }
}
