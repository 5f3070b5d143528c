package io.chasqui.modem.port;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ports by jSerialComm. */
public final class NativeSerialPorts implements SerialPorts {
  private static final Path BY_ID = Path.of("/dev/serial/by-id");
  private static final Path DEVICES = Path.of("/dev");

  /** Reads end so often to see whether the line was closed: one wake-up a second. */
  private static final int READ_TIMEOUT_MS = 1000;

  static {
    // A library can be loaded by one class loader only, and each deployment of the resource adapter
    // has its own: under a name drawn anew it is another library (Fazecast/jSerialComm#552).
    if (System.getProperty("jSerialComm.library.randomizeNativeName") == null) {
      System.setProperty("jSerialComm.library.randomizeNativeName", "true");
    }
  }

  /** A new object each time: an old one keeps the device a link led to when it was made. */
  @Override
  public SerialLine open(String path, int baud) throws IOException {
    if (!Files.exists(Path.of(path))) {
      throw new IOException(path + " is not there");
    }
    try {
      SerialPort port = SerialPort.getCommPort(path);
      port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MS, 0);
      if (!port.openPort()) {
        throw new IOException(path + " is in use by another program, or not ours to open");
      }
      return new NativeSerialLine(path, port);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException(path + " is no serial port", e);
    } catch (LinkageError e) {
      throw new IOException(
          "the serial library cannot be loaded: java.io.tmpdir must be writable and allow programs,"
              + " or jSerialComm.library.path name a directory that holds it",
          e);
    }
  }

  @Override
  public List<String> candidates() {
    Map<Path, String> byDevice = new LinkedHashMap<>();
    for (Path path : paths()) {
      byDevice.putIfAbsent(device(path), path.toString());
    }
    return List.copyOf(byDevice.values());
  }

  private static List<Path> paths() {
    List<Path> paths = new ArrayList<>(within(BY_ID, "*"));
    paths.addAll(within(DEVICES, "tty{USB,ACM}*"));
    return paths;
  }

  private static List<Path> within(Path directory, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException none) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  private static Path device(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException | UncheckedIOException vanished) {
      return path;
    }
  }
}
