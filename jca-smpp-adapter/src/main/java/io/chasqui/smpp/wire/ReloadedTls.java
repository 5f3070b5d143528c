package io.chasqui.smpp.wire;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** A server's TLS, read again when one of its files has changed. Files that do not fit are left. */
final class ReloadedTls {
  private static final Logger LOG = System.getLogger(ReloadedTls.class.getName());

  private final ServerTls settings;
  private SslContext context;
  private List<FileTime> read;

  /**
   * @throws IOException naming the file that cannot be used
   */
  ReloadedTls(ServerTls settings) throws IOException {
    this.settings = settings;
    this.read = changed();
    this.context = TlsContexts.server(settings);
  }

  synchronized SslContext current() {
    try {
      List<FileTime> now = changed();
      if (!now.equals(read)) {
        read = now;
        context = TlsContexts.server(settings);
        LOG.log(Level.INFO, "smpp server: TLS files have changed and were read again");
      }
    } catch (IOException e) {
      LOG.log(Level.ERROR, "smpp server: changed TLS files are not used, the old ones are", e);
    }
    return context;
  }

  private List<FileTime> changed() throws IOException {
    List<Path> files =
        new ArrayList<>(List.of(settings.identity().certificate(), settings.identity().key()));
    settings.clients().ifPresent(files::add);
    List<FileTime> times = new ArrayList<>();
    for (Path file : files) {
      times.add(Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0));
    }
    return times;
  }
}
