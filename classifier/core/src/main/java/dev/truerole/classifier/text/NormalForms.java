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

  String of(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= ASCII || end - start > MAX_SHARED_LENGTH) {
        return plain(text.substring(start, end).toLowerCase(Locale.ROOT));
      }
      hash = 31 * hash + (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    String form = shared[slot];
    if (form == null
        || form.length() != end - start
        || !form.regionMatches(true, 0, text, start, end - start)) {
      form = text.substring(start, end).toLowerCase(Locale.ROOT);
      shared[slot] = form;
    }
    return form;
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
