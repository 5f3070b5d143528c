package io.chasqui.web.ui.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version this is, as Maven packed it. */
@Named
@ApplicationScoped
public class Product {
  private static final String POM = "/META-INF/maven/io.chasqui/web/pom.properties";

  @Inject private ServletContext context;

  private String version;

  @PostConstruct
  void read() {
    try (InputStream pom = context.getResourceAsStream(POM)) {
      Properties properties = new Properties();
      if (pom != null) {
        properties.load(pom);
      }
      version = properties.getProperty("version", "dev");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String getVersion() {
    return version;
  }
}
