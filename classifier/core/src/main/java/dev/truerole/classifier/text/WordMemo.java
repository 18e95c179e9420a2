package dev.truerole.classifier.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * What a stage knows of words, noted in the word: asked again of one that is shared, it answers
 * without a search by its characters. Words have room for the first few memos of a process, which
 * are those of a run; any beyond ask anew each time. Thread-safe if the function is.
 */
public final class WordMemo {

  /** For how many memos a word has room. */
  static final int MEMOS = 6;

  /** What is noted is never 0, the note of a word that was not asked. */
  private static final int SHIFT = 2;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ToIntFunction<String> known;
  private final int place = COUNT.getAndUpdate(count -> Math.min(count + 1, MEMOS));

  /**
   * A memo.
   *
   * @param known gives -1 or more for a word's form, always the same
   */
  public WordMemo(ToIntFunction<String> known) {
    this.known = known;
  }

  /** The answer for a word. */
  public int of(Word word) {
    int[] notes = word.notes();
    if (notes == null || place == MEMOS) {
      return known.applyAsInt(word.form());
    }
    int note = notes[place];
    return note == 0 ? ask(word, notes) : note - SHIFT;
  }

  /** A race is harmless: whoever asks notes the same. */
  private int ask(Word word, int[] notes) {
    int answer = known.applyAsInt(word.form());
    notes[place] = answer + SHIFT;
    return answer;
  }
}
