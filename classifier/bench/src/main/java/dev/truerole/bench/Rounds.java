package dev.truerole.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Things in rounds of {@link #SIZE}, again and again: each call of a benchmark takes the next
 * round, so that no branch predictor learns a posting by heart. For one thread.
 */
final class Rounds<T> {

  /** Enough for a batch of the largest size measured. */
  static final int SIZE = 256;

  private final List<List<T>> rounds;
  private int next;

  private Rounds(List<List<T>> rounds) {
    this.rounds = rounds;
  }

  /** No rounds: what a field holds before its benchmark is set up. */
  static <T> Rounds<T> none() {
    return new Rounds<>(List.of());
  }

  /** Cuts a list into rounds; the last one starts again from the first thing. */
  static <T> Rounds<T> of(List<T> things) {
    List<List<T>> rounds = new ArrayList<>();
    for (int from = 0; from < things.size(); from += SIZE) {
      List<T> round = new ArrayList<>(SIZE);
      for (int i = 0; i < SIZE; i++) {
        round.add(things.get((from + i) % things.size()));
      }
      rounds.add(List.copyOf(round));
    }
    return new Rounds<>(List.copyOf(rounds));
  }

  /** The same rounds of other things made from these. */
  <R> Rounds<R> map(Function<T, R> make) {
    return new Rounds<>(rounds.stream().map(round -> round.stream().map(make).toList()).toList());
  }

  /** The same rounds, each made into one thing. */
  <R> List<R> whole(Function<List<T>, R> make) {
    return rounds.stream().map(make).toList();
  }

  /** The next round. */
  List<T> next() {
    List<T> round = rounds.get(next);
    next = (next + 1) % rounds.size();
    return round;
  }
}
