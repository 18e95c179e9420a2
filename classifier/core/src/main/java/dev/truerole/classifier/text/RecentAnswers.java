package dev.truerole.classifier.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What a pure function answered to strings asked lately: a string has one place, and another that
 * comes there puts it out. Thread-safe; bounded in number and length.
 *
 * @param <T> immutable
 */
public final class RecentAnswers<T> {

  private static final int PLACE_BITS = 13;

  /** Spreads hashes over the places (Fibonacci hashing). */
  private static final int MIX = 0x9E3779B9;

  private static final int MAX_LENGTH = 120;

  private record Answer<T>(String question, T answer) {}

  private final AtomicReferenceArray<Answer<T>> places =
      new AtomicReferenceArray<>(1 << PLACE_BITS);

  /** The answer, asked of the function only if it is not at hand. */
  public T of(String question, Function<String, T> function) {
    int place = (question.hashCode() * MIX) >>> -PLACE_BITS;
    Answer<T> known = places.getAcquire(place);
    if (known != null && known.question().equals(question)) {
      return known.answer();
    }
    T answer = function.apply(question);
    if (question.length() <= MAX_LENGTH) {
      places.setRelease(place, new Answer<>(question, answer));
    }
    return answer;
  }
}
