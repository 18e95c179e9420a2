package dev.truerole.scraper.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose start has been looked at: unpacked if it was packed by gzip or zstd, in UTF-8 if
 * it carried the byte order mark of UTF-16, and without that of UTF-8.
 */
final class PeekedStream extends FilterInputStream {

  /** Enough to see the first rows of nearly all files. */
  private static final int PEEK_BYTES = 1 << 16;

  private static final int BUFFER_BYTES = 1 << 16;

  private final byte[] peek;
  private final boolean marked;

  /**
   * @param peek what {@code all} starts with
   */
  private PeekedStream(InputStream all, byte[] peek, boolean marked) {
    super(all);
    this.peek = peek;
    this.marked = marked;
  }

  /**
   * @throws IOException if the start cannot be read
   */
  static PeekedStream of(InputStream in) throws IOException {
    PeekedStream unpacked = unpacked(peekAt(in));
    Charset wide = unpacked.wideCharset();
    if (wide != null) {
      InputStream utf8 = new Utf8Stream(new InputStreamReader(unpacked.after(2), wide));
      return peekAt(utf8).after(0);
    }
    return unpacked.startsWith(0xEF, 0xBB, 0xBF) ? unpacked.after(3) : unpacked;
  }

  private static PeekedStream unpacked(PeekedStream raw) throws IOException {
    if (raw.startsWith(0x1F, 0x8B)) {
      return peekAt(new GZIPInputStream(new CertainStream(raw), BUFFER_BYTES));
    }
    return raw.startsWith(0x28, 0xB5, 0x2F, 0xFD) ? peekAt(new ZstdInputStream(raw)) : raw;
  }

  /** A stream that breaks within its start breaks when it is read so far, not before. */
  private static PeekedStream peekAt(InputStream in) throws IOException {
    byte[] start = new byte[PEEK_BYTES];
    int length = 0;
    InputStream rest = in;
    try {
      int count = 0;
      while (count >= 0 && length < PEEK_BYTES) {
        length += count;
        count = in.read(start, length, PEEK_BYTES - length);
      }
    } catch (IOException broken) {
      if (length == 0) {
        throw broken;
      }
      rest = new BrokenStream(in, broken);
    }
    byte[] peek = Arrays.copyOf(start, length);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(peek), rest);
    return new PeekedStream(all, peek, false);
  }

  /** The first 64 KiB, or all there is. */
  byte[] peek() {
    return peek;
  }

  /** Whether a byte order mark said that this is UTF-8 now. */
  boolean isMarked() {
    return marked;
  }

  private @Nullable Charset wideCharset() {
    if (startsWith(0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private boolean startsWith(int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (peek.length <= i || (peek[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** What follows a byte order mark. */
  private PeekedStream after(int bytes) throws IOException {
    in.skipNBytes(bytes);
    return new PeekedStream(this, Arrays.copyOfRange(peek, bytes, peek.length), true);
  }
}
