package io.chasqui.systemtest;

import java.io.IOException;
import java.net.URI;

/** A running gateway under test, whichever server it runs on. */
public interface Gateway extends AutoCloseable {
  URI baseUri();

  String adminPassword() throws IOException;

  default Api admin() throws IOException {
    return Api.administrator(baseUri(), adminPassword());
  }

  @Override
  void close() throws Exception;
}
