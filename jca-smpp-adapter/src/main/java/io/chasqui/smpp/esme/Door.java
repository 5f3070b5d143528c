package io.chasqui.smpp.esme;

/** Whether the server takes requests; it can be opened again. */
final class Door {
  private volatile boolean open = true;

  boolean isOpen() {
    return open;
  }

  void open() {
    open = true;
  }

  void close() {
    open = false;
  }
}
