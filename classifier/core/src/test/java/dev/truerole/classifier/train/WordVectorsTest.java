package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A toy language: thirty words that stand everywhere, and two fields with words of their own. */
class WordVectorsTest {

  private static final int EVERYWHERE = 30;
  private static final int OWN = 12;

  private static final Vocabulary VOCABULARY = vocabulary();
  private static final List<EncodedPosting> POSTINGS = postings();

  private static Vocabulary vocabulary() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < EVERYWHERE; i++) {
      words.add("common" + letters(i));
    }
    for (int i = 0; i < OWN; i++) {
      words.add("fish" + letters(i));
      words.add("bread" + letters(i));
    }
    words.add("nowhere");
    return Vocabulary.of(words);
  }

  private static List<EncodedPosting> postings() {
    Random random = new Random(8);
    PostingEncoder encoder = PostingEncoder.ofBags(VOCABULARY);
    return Stream.generate(
            () -> encoder.encode(Postings.of("x", null, text(random), null).segments()))
        .limit(400)
        .toList();
  }

  private static String text(Random random) {
    String field = random.nextBoolean() ? "fish" : "bread";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(field).append(letters(random.nextInt(OWN))).append(' ');
      text.append("common").append(letters(random.nextInt(EVERYWHERE))).append(' ');
    }
    return text.toString();
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  @Test
  void wordsOfOneFieldAreNeighbours() {
    float[][] vectors = WordVectors.learn(POSTINGS, VOCABULARY.size(), 8, 1);
    for (int i = 1; i < OWN; i++) {
      double within = cosine(vectors, "fishaa", "fish" + letters(i));
      double across = cosine(vectors, "fishaa", "bread" + letters(i));
      assertThat(within).isGreaterThan(0.5).isGreaterThan(across + 0.3);
    }
  }

  private static double cosine(float[][] vectors, String first, String second) {
    float[] a = vectors[VOCABULARY.id(first).getAsInt()];
    float[] b = vectors[VOCABULARY.id(second).getAsInt()];
    double dot = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      squareA += a[i] * a[i];
      squareB += b[i] * b[i];
    }
    return dot / Math.sqrt(squareA * squareB);
  }

  @Test
  void sameSeedGivesTheSameVectors() {
    assertThat(WordVectors.learn(POSTINGS, VOCABULARY.size(), 8, 1))
        .isDeepEqualTo(WordVectors.learn(POSTINGS, VOCABULARY.size(), 8, 1));
  }

  @Test
  void wordsWithoutCompanyGetZeros() {
    float[][] vectors = WordVectors.learn(POSTINGS, VOCABULARY.size(), 8, 1);
    assertThat(vectors).hasDimensions(VOCABULARY.size(), 8);
    assertThat(vectors[VOCABULARY.id("nowhere").getAsInt()]).containsOnly(0);
  }

  @Test
  void vectorsHaveTheSpreadTrainingStartsFrom() {
    float[][] vectors = WordVectors.learn(POSTINGS, VOCABULARY.size(), 8, 1);
    double squares = 0;
    for (float[] vector : vectors) {
      for (float value : vector) {
        squares += value * value;
      }
    }
    assertThat(Math.sqrt(squares / (8.0 * vectors.length))).isCloseTo(0.3, Offset.offset(1e-3));
  }

  @Test
  void repeatedTextCountsOnce() {
    List<EncodedPosting> twice = new ArrayList<>(POSTINGS);
    twice.addAll(POSTINGS);
    assertThat(WordVectors.learn(twice, VOCABULARY.size(), 8, 1))
        .isDeepEqualTo(WordVectors.learn(POSTINGS, VOCABULARY.size(), 8, 1));
  }
}
