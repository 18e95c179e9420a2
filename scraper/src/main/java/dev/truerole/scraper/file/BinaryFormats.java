package dev.truerole.scraper.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells what is not text from how it starts. */
final class BinaryFormats {

  /** How formats start that people take postings for, and what to call them. */
  private static final Map<String, String> STARTS = new LinkedHashMap<>();

  static {
    STARTS.put("%PDF-", "a PDF document");
    STARTS.put("PK\u0003\u0004", "a Word document or another zip archive");
    STARTS.put("\u00D0\u00CF\u0011\u00E0", "an old Word document");
    STARTS.put("\u0089PNG", "an image");
    STARTS.put("\u00FF\u00D8\u00FF", "an image");
    STARTS.put("{\\rtf", "an RTF document");
  }

  /** More control characters than this share are no text's. */
  private static final double MAX_CONTROL_SHARE = 0.1;

  private BinaryFormats() {}

  /** What the bytes are, if they are not text. */
  static Optional<String> find(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> format : STARTS.entrySet()) {
      if (text.startsWith(format.getKey())) {
        return Optional.of(format.getValue());
      }
    }
    long controls = text.chars().filter(BinaryFormats::isControl).count();
    boolean binary = text.indexOf('\0') >= 0 || controls > MAX_CONTROL_SHARE * text.length();
    return binary ? Optional.of("a binary file") : Optional.empty();
  }

  /** Control characters of ASCII but those that lay out text or colour a terminal. */
  private static boolean isControl(int c) {
    return (c < ' ' && "\t\n\r\f\u000B\u001B\b".indexOf(c) < 0) || c == 0x7F;
  }
}
