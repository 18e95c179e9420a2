package dev.truerole.classifier.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * The comparable form of a token. Frequent forms are shared: postings repeat a few thousand words,
 * and a corpus of them would otherwise be mostly copies. Racy writes are harmless, since every slot
 * only ever holds a finished, immutable string.
 */
final class NormalForms {

  private static final int SLOT_BITS = 16;

  /** Spreads hashes over the slots (Fibonacci hashing). */
  private static final int MIX = 0x9E3779B9;

  private static final int MAX_SHARED_LENGTH = 24;
  private static final int ASCII = 128;

  private final String[] shared = new String[1 << SLOT_BITS];

  /**
   * The form of {@code [start, end)}.
   *
   * @param chars a line; reading an array is much faster than reading a string char by char
   */
  String of(char[] chars, int start, int end) {
    if (end - start > MAX_SHARED_LENGTH) {
      return form(chars, start, end);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c >= ASCII && Character.isLetter(c)) {
        return form(chars, start, end);
      }
      hash = 31 * hash + lower(c);
    }
    int slot = (hash * MIX) >>> -SLOT_BITS;
    String form = shared[slot];
    if (form == null || !isFormOf(form, chars, start, end)) {
      form = form(chars, start, end);
      shared[slot] = form;
    }
    return form;
  }

  private static boolean isFormOf(String form, char[] chars, int start, int end) {
    if (form.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (form.charAt(i - start) != lower(chars[i])) {
        return false;
      }
    }
    return true;
  }

  private static String form(char[] chars, int start, int end) {
    char[] form = Arrays.copyOfRange(chars, start, end);
    boolean ascii = true;
    for (int i = 0; i < form.length; i++) {
      form[i] = lower(form[i]);
      ascii &= form[i] < ASCII;
    }
    String lowered = new String(form);
    return ascii ? lowered : lowered.toLowerCase(Locale.ROOT);
  }

  /** Small letters for ASCII's capitals, the keyboard's quotes and dashes for typographic ones. */
  private static char lower(char c) {
    if (c < ASCII) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return switch (c) {
      case '\u2018', '\u2019' -> '\'';
      case '\u201C', '\u201D' -> '"';
      case '\u2010', '\u2011', '\u2013', '\u2014' -> '-';
      default -> c;
    };
  }
}
