package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a model reads postings, from their text to their role, skills left aside.
 *
 * @param postings in a pass
 * @param passes timed: the later half, after the warm-up
 * @param perSecond postings a second in the median pass
 * @param cores used
 */
public record Throughput(int postings, int passes, double perSecond, int cores) {

  /** Postings at once, as the batch path has it. */
  private static final int CHUNK = 512;

  private static final double SECONDS = 12;
  private static final int MOST = 512;

  /**
   * Reads the first 512 postings again and again for a dozen seconds, once if that takes longer,
   * and counts the later half of the passes: Java goes on compiling during the earlier one.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Throughput measure(RoleModel model, List<CorpusPosting> postings) {
    if (postings.isEmpty()) {
      throw new IllegalArgumentException("no posting to read");
    }
    Segmenter segmenter = Segmenter.load();
    List<CorpusPosting> some = postings.subList(0, Math.min(postings.size(), MOST));
    List<Double> passes = new ArrayList<>();
    double spent = 0;
    while (spent < SECONDS) {
      double seconds = pass(model, segmenter, some);
      spent += seconds;
      passes.add(seconds);
    }
    List<Double> timed = passes.subList(passes.size() / 2, passes.size());
    double median = timed.stream().sorted().toList().get(timed.size() / 2);
    int cores = Runtime.getRuntime().availableProcessors();
    return new Throughput(some.size(), timed.size(), some.size() / median, cores);
  }

  private static double pass(RoleModel model, Segmenter segmenter, List<CorpusPosting> postings) {
    long started = System.nanoTime();
    int answered = 0;
    for (int from = 0; from < postings.size(); from += CHUNK) {
      List<CorpusPosting> chunk = postings.subList(from, Math.min(postings.size(), from + CHUNK));
      List<List<Segment>> segments =
          chunk.parallelStream().map(p -> segmenter.segment(p.posting().body())).toList();
      List<Prediction> answers = model.predict(segments);
      answered += answers.size();
    }
    if (answered != postings.size()) {
      throw new IllegalStateException(answered + " answers for " + postings.size() + " postings");
    }
    return (System.nanoTime() - started) / 1e9;
  }
}
