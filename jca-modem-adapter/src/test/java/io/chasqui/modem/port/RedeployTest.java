package io.chasqui.modem.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import io.chasqui.modem.standin.StandInModem;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RedeployTest {
  private static final int DEPLOYMENTS = 4;

  @Test
  void each_deployment_loads_the_native_library_for_itself() throws Exception {
    Path link = Files.createTempDirectory("redeploy").resolve("modem");
    try (StandInModem modem = new StandInModem(link)) {
      for (int i = 0; i < DEPLOYMENTS; i++) {
        try (URLClassLoader deployment = deployment()) {
          openAndClose(deployment, modem.path());
        }
      }
    }
  }

  /** As an application server makes one: it shares nothing with the one before. */
  private static URLClassLoader deployment() {
    URL[] jars = {place(NativeSerialPorts.class), place(SerialPort.class)};
    return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static void openAndClose(ClassLoader deployment, Path path) throws Exception {
    Class<?> type = deployment.loadClass(NativeSerialPorts.class.getName());
    assertThat(type).isNotSameAs(NativeSerialPorts.class);
    Object ports = type.getConstructor().newInstance();
    Object line =
        type.getMethod("open", String.class, int.class).invoke(ports, path.toString(), 115_200);
    Class<?> port = deployment.loadClass(SerialLine.class.getName());
    port.getMethod("close").invoke(line);
  }
}
