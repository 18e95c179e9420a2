package dev.truerole.classifier.network;

import ai.djl.nn.Block;
import java.util.Map;

/**
 * A way from a batch of postings to evidence and answers; one file and one line in {@link
 * Architectures} each.
 *
 * <p>B = postings, S = segments of all of them, V = features known, M = marks a segment can carry.
 * Its block takes bags (S, V), sparse; marks (S, M); membership (B, S), 1 where the segment is of
 * the posting; if it reads sequences, then also the place (S) of each segment's row among the
 * sequences of all chunks, and for each chunk its ids (N, T), or the activations (N, T, E) of
 * frozen layers, and lengths (N, 1). It gives what {@link AdditiveHead} gives: the answer is a
 * function of the evidence sums, whatever the architecture.
 */
public interface Architecture {

  /** The name by which plans and model cards call it. */
  String name();

  /** What a network reads in order, beside the bags. */
  enum Sequence {
    /** Nothing. */
    NONE,
    /** The words of the vocabulary: ids from 1, 0 being none. */
    WORDS,
    /** The word pieces of a pre-trained encoder. */
    WORD_PIECES
  }

  /** What it reads in order. */
  default Sequence sequence() {
    return Sequence.NONE;
  }

  /** Its hyperparameters with their defaults. */
  Map<String, Double> defaults();

  /**
   * A block without values yet.
   *
   * @param features V
   * @param marks M
   * @param hyperparameters a value for every key of {@link #defaults()}
   */
  Block build(int features, int marks, Map<String, Double> hyperparameters);
}
