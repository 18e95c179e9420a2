package dev.truerole.scraper.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks files that are gzipped themselves, whatever their transfer was. */
final class Gzip {

  private Gzip() {}

  static boolean isAt(byte[] bytes) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
  }

  /** The content, or nothing if it is broken or larger than the limit. */
  static Optional<byte[]> unpack(byte[] bytes, int max) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = gzip.readNBytes(max);
      return gzip.read() < 0 ? Optional.of(plain) : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    }
  }
}
