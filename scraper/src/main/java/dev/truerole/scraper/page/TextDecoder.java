package dev.truerole.scraper.page;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text as a browser would, and a little more forgivingly.
 *
 * <p>The order is that of the <a href="https://encoding.spec.whatwg.org/">WHATWG encoding
 * standard</a>: byte order mark, then the sender's word, then the text's own word, then a guess.
 */
public final class TextDecoder {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private TextDecoder() {}

  /**
   * Decodes bytes by byte order mark, else by {@code httpCharset}, else by a {@code <meta>} element
   * (only in HTML), else by an XML declaration, else as UTF-8 if they are valid UTF-8, else as
   * windows-1252. Labels mean what browsers take them for: {@code iso-8859-1} is windows-1252.
   *
   * <p>A stated charset of UTF-8 or windows-1252 that the bytes contradict is overruled:
   * well-formed multi-byte UTF-8 is hardly ever anything else. Malformed bytes become U+FFFD;
   * nothing throws.
   *
   * @param httpCharset the label in the {@code Content-Type} header, if any; unknown ones are
   *     ignored
   * @param html whether a {@code <meta>} element may state the encoding
   * @return the text without its byte order mark
   */
  public static String decode(byte[] bytes, @Nullable String httpCharset, boolean html) {
    String text = new String(bytes, charset(bytes, httpCharset, html));
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes, @Nullable String httpCharset, boolean html) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      return marked;
    }
    Charset stated = httpCharset == null ? null : CharsetLabels.find(httpCharset);
    if (stated == null) {
      stated = StatedCharset.find(bytes, html);
    }
    if (stated == null || stated.equals(UTF_8) || stated.equals(CharsetLabels.WESTERN)) {
      return stated != null && isAscii(bytes) ? stated : guess(bytes, stated);
    }
    return stated;
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    if (first == 0xEF && second == 0xBB && at(bytes, 2) == 0xBF) {
      return UTF_8;
    }
    if (first == 0xFE && second == 0xFF) {
      return UTF_16BE;
    }
    return first == 0xFF && second == 0xFE ? UTF_16LE : null;
  }

  /** UTF-8 if valid; a page that says UTF-8 stays so if it is mostly right, say cut short. */
  private static Charset guess(byte[] bytes, @Nullable Charset stated) {
    if (isUtf8(bytes)) {
      return UTF_8;
    }
    boolean mostlyUtf8 = UTF_8.equals(stated) && hasMultiByteSequence(bytes);
    return mostlyUtf8 ? UTF_8 : CharsetLabels.WESTERN;
  }

  private static boolean isUtf8(byte[] bytes) {
    // Decoding forgivingly is much quicker, and leaves U+FFFD wherever bytes are malformed.
    if (new String(bytes, UTF_8).indexOf(REPLACEMENT) < 0) {
      return true;
    }
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** A lead byte of UTF-8 followed by a continuation byte. */
  private static boolean hasMultiByteSequence(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (at(bytes, i) >= 0xC2 && at(bytes, i) <= 0xF4 && (at(bytes, i + 1) & 0xC0) == 0x80) {
        return true;
      }
    }
    return false;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }
}
