package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The features a model knows, each with its id: 0 to {@link #size()} - 1. Immutable. */
public final class Vocabulary {

  private final List<String> features;
  private final Map<String, Integer> ids;
  private final PairTable pairs;

  private Vocabulary(List<String> features) {
    this.features = List.copyOf(features);
    this.ids = new HashMap<>(2 * features.size());
    for (int id = 0; id < features.size(); id++) {
      if (ids.put(features.get(id), id) != null) {
        throw new IllegalArgumentException("feature stands twice: " + features.get(id));
      }
    }
    this.pairs = PairTable.of(features);
  }

  /**
   * A vocabulary of just these features, in this order.
   *
   * @throws IllegalArgumentException if one stands twice
   */
  public static Vocabulary of(List<String> features) {
    return new Vocabulary(features);
  }

  /**
   * Learns the features that enough postings hold, the more frequent first.
   *
   * @param postings the segments of each posting
   * @param minWordPostings how many postings must hold a word
   * @param minPairPostings how many postings must hold a pair of words
   */
  public static Vocabulary learn(
      Collection<List<Segment>> postings, int minWordPostings, int minPairPostings) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Segment> posting : postings) {
      Set<String> distinct = new HashSet<>();
      posting.forEach(segment -> distinct.addAll(SegmentFeatures.of(segment)));
      distinct.forEach(feature -> counts.merge(feature, 1, Integer::sum));
    }
    return of(
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= (isPair(e.getKey()) ? minPairPostings : minWordPostings))
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList());
  }

  /**
   * Reads a file with one feature a line.
   *
   * @throws IOException if it cannot be read
   */
  public static Vocabulary load(Path file) throws IOException {
    return of(Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  /** Writes one feature a line. */
  public void save(Path file) throws IOException {
    String lines = features.stream().map(feature -> feature + "\n").collect(Collectors.joining());
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  /** The id of a feature, empty if the model does not know it. */
  public OptionalInt id(String feature) {
    Integer id = ids.get(feature);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** All of them, each at the place of its id. */
  List<String> features() {
    return features;
  }

  /** The same as a table by numbers, for reading fast. */
  PairTable pairs() {
    return pairs;
  }

  /** How many features there are. */
  public int size() {
    return features.size();
  }

  private static boolean isPair(String feature) {
    return feature.indexOf(' ') >= 0;
  }
}
