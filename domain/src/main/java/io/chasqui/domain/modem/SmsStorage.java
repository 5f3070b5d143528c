package io.chasqui.domain.modem;

/**
 * The places for messages on SIM and device together. When all are taken nothing comes in any more.
 *
 * @param total 0 while it is not known
 */
public record SmsStorage(int used, int total) {
  public static final SmsStorage UNKNOWN = new SmsStorage(0, 0);

  public boolean isFull() {
    return total > 0 && used >= total;
  }
}
