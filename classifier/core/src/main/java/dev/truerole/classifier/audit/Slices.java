package dev.truerole.classifier.audit;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Evaluator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures of the parts of a corpus: by source, by era, by length. */
public final class Slices {

  /** Fewer labels say too little; such parts are pooled as {@link #REST}. */
  public static final int LEAST_LABELS = 100;

  /** The name of what is left over. */
  public static final String REST = "others";

  /** Postings of this year and later speak of language models and agents as a matter of course. */
  static final int NEW_ERA = 2025;

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
  private static final int SHORT_WORDS = 300;
  private static final int LONG_WORDS = 700;

  private Slices() {}

  /** By what a corpus is cut, and into which part a posting falls. */
  public static Map<String, Function<CorpusPosting, String>> dimensions() {
    Map<String, Function<CorpusPosting, String>> dimensions = new LinkedHashMap<>();
    dimensions.put("source", posting -> posting.source().isEmpty() ? REST : posting.source());
    dimensions.put("era", Slices::era);
    dimensions.put("length", Slices::length);
    return dimensions;
  }

  /**
   * Figures by dimension, then by part.
   *
   * @param postings labelled
   * @param predictions one for each, in the same order
   */
  public static Map<String, Map<String, Evaluation>> of(
      List<CorpusPosting> postings, List<Prediction> predictions) {
    Map<String, Map<String, Evaluation>> slices = new LinkedHashMap<>();
    dimensions().forEach((name, part) -> slices.put(name, by(part, postings, predictions)));
    return slices;
  }

  private static Map<String, Evaluation> by(
      Function<CorpusPosting, String> part,
      List<CorpusPosting> postings,
      List<Prediction> predictions) {
    Map<String, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < postings.size(); i++) {
      places.computeIfAbsent(part.apply(postings.get(i)), p -> new ArrayList<>()).add(i);
    }
    List<Integer> rest = new ArrayList<>();
    places.values().stream().filter(some -> some.size() < LEAST_LABELS).forEach(rest::addAll);
    places.values().removeIf(some -> some.size() < LEAST_LABELS);
    if (!rest.isEmpty()) {
      places.merge(REST, rest, Slices::joined);
    }
    Map<String, Evaluation> figures = new LinkedHashMap<>();
    places.forEach(
        (name, some) ->
            figures.put(
                name,
                Evaluator.evaluate(
                    some.stream().map(predictions::get).toList(),
                    some.stream().map(i -> postings.get(i).labelled()).toList())));
    return figures;
  }

  private static List<Integer> joined(List<Integer> some, List<Integer> more) {
    List<Integer> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  static String era(CorpusPosting posting) {
    String date = posting.posting().date();
    Matcher year = YEAR.matcher(date == null ? "" : date);
    if (!year.find()) {
      return "undated";
    }
    return Integer.parseInt(year.group()) < NEW_ERA ? "before " + NEW_ERA : NEW_ERA + " and later";
  }

  private static String length(CorpusPosting posting) {
    int tokens = posting.segments().stream().mapToInt(s -> s.tokens().size()).sum();
    return tokens < SHORT_WORDS
        ? "under " + SHORT_WORDS + " tokens"
        : tokens < LONG_WORDS
            ? SHORT_WORDS + " to " + (LONG_WORDS - 1) + " tokens"
            : LONG_WORDS + " tokens and more";
  }
}
