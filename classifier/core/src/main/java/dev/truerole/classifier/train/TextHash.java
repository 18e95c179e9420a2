package dev.truerole.classifier.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Tells whether a label was made for this text, without holding the text. */
final class TextHash {

  private static final int DIGITS = 16;

  private TextHash() {}

  /**
   * The first 16 hex digits of the SHA-256 of the letters and digits in lower case: other line
   * breaks or quotation marks do not make another text.
   */
  static String of(String text) {
    String folded = text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
