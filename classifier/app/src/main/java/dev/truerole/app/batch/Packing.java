package dev.truerole.app.batch;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** How an output is packed. Each piece is packed by itself: the pieces in a row are one file. */
enum Packing {
  NONE("") {
    @Override
    byte[] pack(byte[] bytes) {
      return bytes;
    }
  },

  GZIP(".gz") {
    @Override
    byte[] pack(byte[] bytes) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
      try (GZIPOutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
        out.write(bytes);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return packed.toByteArray();
    }
  },

  ZSTD(".zst|.zstd") {
    @Override
    byte[] pack(byte[] bytes) {
      return Zstd.compress(bytes);
    }
  };

  /** Separated by bars; empty for none. */
  private final String endings;

  Packing(String endings) {
    this.endings = endings;
  }

  /** The packing that a name's ending asks for. */
  static Packing of(String name) {
    for (Packing packing : values()) {
      if (packing.end(name) > 0) {
        return packing;
      }
    }
    return NONE;
  }

  /** The name without the ending that tells its packing. */
  static String unpacked(String name) {
    return name.substring(0, name.length() - of(name).end(name));
  }

  private int end(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : endings.split("\\|", -1)) {
      if (lower.endsWith(ending)) {
        return ending.length();
      }
    }
    return 0;
  }

  /** A piece of a file; nothing stays nothing. */
  byte[] pack(String text) {
    return text.isEmpty() ? new byte[0] : pack(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The last piece of a file of so many bytes. A packed file of nothing is not empty, or it could
   * not be unpacked.
   */
  byte[] end(String text, long size) {
    return size == 0 ? pack(text.getBytes(StandardCharsets.UTF_8)) : pack(text);
  }

  abstract byte[] pack(byte[] bytes);
}
