package io.chasqui.modem.pool;

import io.chasqui.domain.link.ConnectorId;
import java.nio.file.Path;

/** Forgets at the end, until it is told where to keep counts. */
public final class KeptUsage implements UsageBook {
  private volatile UsageBook book = UsageBook.NONE;

  public void keepIn(Path directory) {
    book = new UsageFiles(directory);
  }

  @Override
  public Usage read(ConnectorId connector, String modem) {
    return book.read(connector, modem);
  }

  @Override
  public void write(ConnectorId connector, String modem, Usage usage) {
    book.write(connector, modem, usage);
  }
}
