package dev.truerole.classifier.network;

/**
 * How large a BERT encoder is.
 *
 * @param words word pieces it knows
 * @param positions the longest sequence it can read
 * @param kinds kinds of sequences it tells apart
 * @param width of its activations, E
 * @param innerWidth of its feed-forward parts
 * @param heads of its attention
 * @param layers how many
 */
record TransformerSize(
    int words, int positions, int kinds, int width, int innerWidth, int heads, int layers) {

  /** all-MiniLM-L6-v2 (Wang et al. 2020, tuned for sentences by Sentence Transformers). */
  static final TransformerSize MINI_LM = new TransformerSize(30_522, 512, 2, 384, 1536, 12, 6);
}
