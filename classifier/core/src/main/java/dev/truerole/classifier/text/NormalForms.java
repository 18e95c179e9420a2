package dev.truerole.classifier.text;

import java.util.Locale;

/**
 * The comparable form of a token. Frequent forms are shared: postings repeat a few thousand words,
 * and a corpus of them would otherwise be mostly copies. Racy writes are harmless, since every slot
 * only ever holds a finished, immutable string.
 */
final class NormalForms {

  private static final int SLOTS = 1 << 15;
  private static final int MAX_SHARED_LENGTH = 24;
  private static final int ASCII = 128;

  private final String[] shared = new String[SLOTS];

  /**
   * The form of {@code [start, end)}.
   *
   * @param chars a line; reading an array is much faster than reading a string char by char
   */
  String of(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c >= ASCII || end - start > MAX_SHARED_LENGTH) {
        return plain(new String(chars, start, end - start).toLowerCase(Locale.ROOT));
      }
      hash = 31 * hash + lower(c);
    }
    int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    String form = shared[slot];
    if (form == null || !isFormOf(form, chars, start, end)) {
      form = new String(chars, start, end - start).toLowerCase(Locale.ROOT);
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

  private static char lower(char ascii) {
    return ascii >= 'A' && ascii <= 'Z' ? (char) (ascii + ('a' - 'A')) : ascii;
  }

  private static String plain(String token) {
    return token
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace('\u2013', '-')
        .replace('\u2014', '-');
  }
}
