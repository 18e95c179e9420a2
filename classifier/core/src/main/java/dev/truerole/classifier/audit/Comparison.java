package dev.truerole.classifier.audit;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Evaluator;
import dev.truerole.classifier.train.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Two models on one corpus.
 *
 * @param first figures of the first
 * @param second figures of the second
 * @param macroF1 second less first
 * @param shareError second less first; below 0 is better
 * @param onlyFirstRight postings that only the first answers rightly
 * @param onlySecondRight postings that only the second answers rightly
 * @param pValue of McNemar's test (1947), exact, two-sided: how likely so uneven a split is if both
 *     are right equally often
 * @param differing the postings answered differently, in order
 */
public record Comparison(
    Evaluation first,
    Evaluation second,
    Difference macroF1,
    Difference shareError,
    int onlyFirstRight,
    int onlySecondRight,
    double pValue,
    List<Differing> differing) {

  private static final double SIGNIFICANT = 0.05;
  private static final int BOOTSTRAPS = 1000;
  private static final long SEED = 7;

  /** Copies the list. */
  public Comparison {
    differing = List.copyOf(differing);
  }

  /**
   * A difference with its 95 % interval, by paired bootstrap over postings.
   *
   * @param value on the corpus itself
   */
  public record Difference(double value, double low, double high) {}

  /** A posting answered differently; roles by id. */
  public record Differing(String id, String label, String first, String second) {}

  /**
   * Compares two models' predictions.
   *
   * @param postings labelled
   * @param first one prediction each
   * @param second one prediction each
   */
  public static Comparison of(
      List<CorpusPosting> postings, List<Prediction> first, List<Prediction> second) {
    List<Label> labels = postings.stream().map(CorpusPosting::labelled).toList();
    List<Differing> differing = new ArrayList<>();
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < labels.size(); i++) {
      Role label = labels.get(i).role();
      Role one = first.get(i).role();
      Role other = second.get(i).role();
      if (one != other) {
        String id = postings.get(i).posting().id().text();
        differing.add(new Differing(id, label.id(), one.id(), other.id()));
        onlyFirst += one == label ? 1 : 0;
        onlySecond += other == label ? 1 : 0;
      }
    }
    return new Comparison(
        Evaluator.evaluate(first, labels),
        Evaluator.evaluate(second, labels),
        difference(labels, first, second, Evaluation::macroF1),
        difference(labels, first, second, Evaluation::shareError),
        onlyFirst,
        onlySecond,
        pValue(onlyFirst, onlySecond),
        differing);
  }

  private static double pValue(int onlyFirst, int onlySecond) {
    BinomialDistribution fair = new BinomialDistribution(onlyFirst + onlySecond, 0.5);
    return Math.min(1, 2 * fair.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
  }

  private static Difference difference(
      List<Label> labels,
      List<Prediction> first,
      List<Prediction> second,
      ToDoubleFunction<Evaluation> figure) {
    Random random = new Random(SEED);
    double[] drawn = new double[BOOTSTRAPS];
    for (int i = 0; i < BOOTSTRAPS; i++) {
      int[] places =
          IntStream.range(0, labels.size()).map(k -> random.nextInt(labels.size())).toArray();
      drawn[i] = difference(labels, first, second, figure, places);
    }
    Arrays.sort(drawn);
    int tail = BOOTSTRAPS / 40;
    int[] all = IntStream.range(0, labels.size()).toArray();
    return new Difference(
        difference(labels, first, second, figure, all), drawn[tail], drawn[BOOTSTRAPS - 1 - tail]);
  }

  private static double difference(
      List<Label> labels,
      List<Prediction> first,
      List<Prediction> second,
      ToDoubleFunction<Evaluation> figure,
      int[] places) {
    List<Label> some = IntStream.of(places).mapToObj(labels::get).toList();
    return figure.applyAsDouble(evaluate(second, some, places))
        - figure.applyAsDouble(evaluate(first, some, places));
  }

  private static Evaluation evaluate(
      List<Prediction> predictions, List<Label> labels, int[] places) {
    return Evaluator.point(IntStream.of(places).mapToObj(predictions::get).toList(), labels);
  }

  /**
   * Whether the second is worse beyond chance: its macro-F1 is lower with its whole interval, or
   * McNemar's test says that it is right less often.
   */
  public boolean secondIsWorse() {
    return macroF1.high() < 0 || (pValue < SIGNIFICANT && onlyFirstRight > onlySecondRight);
  }
}
