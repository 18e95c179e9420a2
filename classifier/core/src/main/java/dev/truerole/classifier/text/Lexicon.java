package dev.truerole.classifier.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words that tokens share: postings repeat a few thousand, and a corpus of them would otherwise
 * be mostly copies. A cache of two ways: a newcomer takes the second place of its set and moves to
 * the first when it is met again, so that rare words do not drive out frequent ones. Races are
 * harmless, since every place only ever holds a finished entry, and nothing asks for more than
 * equal words.
 */
final class Lexicon {

  /** One for all, so that equal words are mostly the same object. */
  static final Lexicon SHARED = new Lexicon();

  private static final int SET_BITS = 16;

  /** Spreads keys over the sets (Fibonacci hashing). */
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Three longs of ASCII characters. */
  private static final int MAX_SHARED_LENGTH = 24;

  private static final int LONG_CHARS = 8;
  private static final int ASCII = 128;

  private final @Nullable Word[] words = new Word[2 << SET_BITS];

  /**
   * The word in {@code [start, end)}.
   *
   * @param chars a line; reading an array is much faster than reading a string char by char
   */
  Word word(char[] chars, int start, int end) {
    if (end - start > MAX_SHARED_LENGTH) {
      return Word.alone(form(chars, start, end));
    }
    long head = 0;
    long middle = 0;
    long tail = 0;
    for (int i = start; i < end; i++) {
      char c = lower(chars[i]);
      if (c >= ASCII || c == 0) {
        return Word.alone(form(chars, start, end));
      }
      if (i - start < LONG_CHARS) {
        head = head << Byte.SIZE | c;
      } else if (i - start < 2 * LONG_CHARS) {
        middle = middle << Byte.SIZE | c;
      } else {
        tail = tail << Byte.SIZE | c;
      }
    }
    Word shared = shared(head, middle, tail);
    return shared != null ? shared : add(head, middle, tail, form(chars, start, end));
  }

  private @Nullable Word shared(long head, long middle, long tail) {
    int set = set(head, middle, tail);
    Word first = words[set];
    if (first != null && first.is(head, middle, tail)) {
      return first;
    }
    Word second = words[set + 1];
    if (second == null || !second.is(head, middle, tail)) {
      return null;
    }
    words[set] = second;
    words[set + 1] = first;
    return second;
  }

  private Word add(long head, long middle, long tail, String form) {
    Word word = Word.shared(form, head, middle, tail);
    words[set(head, middle, tail) + 1] = word;
    return word;
  }

  /** The first of the two places of a key. */
  private static int set(long head, long middle, long tail) {
    long mixed = (((head * MIX) ^ middle) * MIX ^ tail) * MIX;
    return (int) (mixed >>> -SET_BITS) << 1;
  }

  private static String form(char[] chars, int start, int end) {
    char[] form = new char[end - start];
    boolean ascii = true;
    for (int i = 0; i < form.length; i++) {
      form[i] = lower(chars[start + i]);
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
