package dev.truerole.scraper.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a text says of its own encoding, before it is decoded. */
final class StatedCharset {

  /** Browsers look at 1024 bytes first; saved pages often put long comments before the element. */
  private static final int PRESCAN_BYTES = 8192;

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");
  private static final Pattern META =
      Pattern.compile("(?i)<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)");

  /** Has to be the very first thing. */
  private static final Pattern XML_DECLARATION =
      Pattern.compile("(?i)^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]+)");

  private StatedCharset() {}

  /** The charset of a {@code <meta>} element, if this is HTML, or of an XML declaration. */
  static @Nullable Charset find(byte[] bytes, boolean html) {
    if (!html && (bytes.length == 0 || bytes[0] != '<')) {
      return null;
    }
    int length = Math.min(bytes.length, PRESCAN_BYTES);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Charset stated = html ? first(META, COMMENT.matcher(start).replaceAll("")) : null;
    return stated == null ? first(XML_DECLARATION, start) : stated;
  }

  private static @Nullable Charset first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? CharsetLabels.findAsciiCompatible(matcher.group(1)) : null;
  }
}
