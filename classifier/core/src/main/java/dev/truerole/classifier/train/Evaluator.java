package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.TitleClaim;
import dev.truerole.classifier.train.Evaluation.ReliabilityBin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Compares answers with labels. */
public final class Evaluator {

  private static final int BOOTSTRAPS = 1000;
  private static final long BOOTSTRAP_SEED = 7;
  private static final int BINS = 10;
  private static final double COVERAGE = 0.8;
  private static final double HALF_STEP = 0.025;

  private Evaluator() {}

  /** An answer as far as it is measured; {@code low} and {@code high} bound the share. */
  record Answer(Role role, double probability, double dsShare, double low, double high) {

    /** An answer that claims to know the share exactly. */
    Answer(Role role, double probability, double dsShare) {
      this(role, probability, dsShare, dsShare, dsShare);
    }

    static Answer of(Prediction prediction) {
      Prediction.Interval likely = prediction.shareWithin(COVERAGE);
      return new Answer(
          prediction.role(),
          prediction.probability(prediction.role()),
          prediction.dsShare(),
          likely.low(),
          likely.high());
    }
  }

  /**
   * Figures of a model's predictions.
   *
   * @param labels one for each prediction, in the same order
   */
  public static Evaluation evaluate(List<Prediction> predictions, List<Label> labels) {
    return of(predictions.stream().map(Answer::of).toList(), labels);
  }

  /** Figures of answering the most frequent role of {@code training} every time. */
  public static Evaluation majority(List<Label> training, List<Label> labels) {
    int[] counts = new int[Role.values().length];
    training.forEach(label -> counts[label.role().column()]++);
    Role most =
        Arrays.stream(Role.values())
            .max((a, b) -> counts[a.column()] - counts[b.column()])
            .orElseThrow();
    double share = (double) counts[most.column()] / training.size();
    return of(labels.stream().map(label -> new Answer(most, share, 0.5)).toList(), labels);
  }

  /** Figures of believing the titles. */
  public static Evaluation titles(List<CorpusPosting> postings) {
    List<Answer> answers =
        postings.stream()
            .map(posting -> TitleClaim.of(posting.posting().title()).orElse(Role.OTHER))
            .map(role -> new Answer(role, 1, usualShare(role)))
            .toList();
    return of(answers, postings.stream().map(CorpusPosting::labelled).toList());
  }

  private static double usualShare(Role role) {
    return switch (role) {
      case DATA_SCIENTIST -> 0.85;
      case ML_ENGINEER -> 0.15;
      case HYBRID, OTHER -> 0.5;
    };
  }

  /** The same without intervals, which is fast; they are given as the figure itself. */
  public static Evaluation point(List<Prediction> predictions, List<Label> labels) {
    return of(predictions.stream().map(Answer::of).toList(), labels, 1);
  }

  static Evaluation of(List<Answer> answers, List<Label> labels) {
    return of(answers, labels, BOOTSTRAPS);
  }

  private static Evaluation of(List<Answer> answers, List<Label> labels, int bootstraps) {
    if (answers.size() != labels.size() || labels.isEmpty()) {
      throw new IllegalArgumentException(
          answers.size() + " answers do not fit " + labels.size() + " labels");
    }
    int[] gold = labels.stream().mapToInt(label -> label.role().column()).toArray();
    int[] said = answers.stream().mapToInt(answer -> answer.role().column()).toArray();
    int[] all = IntStream.range(0, gold.length).toArray();
    int[][] confusion = confusion(gold, said, all);
    double[] macros = bootstrap(gold, said, bootstraps);
    int tail = bootstraps / 40;
    List<ReliabilityBin> bins = reliability(answers, labels);
    long right = IntStream.of(all).filter(i -> gold[i] == said[i]).count();
    return new Evaluation(
        gold.length,
        macroF1(confusion),
        macros[tail],
        macros[bootstraps - 1 - tail],
        (double) right / gold.length,
        byRole(confusion),
        calibrationError(bins, gold.length),
        shareError(answers, labels),
        shareCorrelation(answers, labels),
        shareCoverage(answers, labels),
        bins,
        Arrays.stream(confusion).map(row -> IntStream.of(row).boxed().toList()).toList());
  }

  private static double[] bootstrap(int[] gold, int[] said, int bootstraps) {
    if (bootstraps == 1) {
      int[] all = IntStream.range(0, gold.length).toArray();
      return new double[] {macroF1(confusion(gold, said, all))};
    }
    Random random = new Random(BOOTSTRAP_SEED);
    double[] macros = new double[bootstraps];
    for (int i = 0; i < bootstraps; i++) {
      int[] drawn = IntStream.range(0, gold.length).map(k -> random.nextInt(gold.length)).toArray();
      macros[i] = macroF1(confusion(gold, said, drawn));
    }
    Arrays.sort(macros);
    return macros;
  }

  private static int[][] confusion(int[] gold, int[] said, int[] which) {
    int[][] counts = new int[Role.values().length][Role.values().length];
    for (int i : which) {
      counts[gold[i]][said[i]]++;
    }
    return counts;
  }

  private static double macroF1(int[][] confusion) {
    return IntStream.range(0, confusion.length)
        .filter(role -> IntStream.of(confusion[role]).sum() > 0)
        .mapToDouble(role -> figures(confusion, role).f1())
        .average()
        .orElse(0);
  }

  private static Map<Role, Evaluation.RoleFigures> byRole(int[][] confusion) {
    Map<Role, Evaluation.RoleFigures> figures = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      figures.put(role, figures(confusion, role.column()));
    }
    return figures;
  }

  private static Evaluation.RoleFigures figures(int[][] confusion, int role) {
    int hits = confusion[role][role];
    int support = IntStream.of(confusion[role]).sum();
    int answered = Arrays.stream(confusion).mapToInt(row -> row[role]).sum();
    return new Evaluation.RoleFigures(
        ratio(hits, answered), ratio(hits, support), ratio(2 * hits, answered + support), support);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static List<ReliabilityBin> reliability(List<Answer> answers, List<Label> labels) {
    List<List<Integer>> bins = new ArrayList<>();
    IntStream.range(0, BINS).forEach(bin -> bins.add(new ArrayList<>()));
    for (int i = 0; i < labels.size(); i++) {
      bins.get(Math.min(BINS - 1, (int) (answers.get(i).probability() * BINS))).add(i);
    }
    return bins.stream()
        .filter(bin -> !bin.isEmpty())
        .map(
            bin ->
                new ReliabilityBin(
                    bin.size(),
                    bin.stream().mapToDouble(i -> answers.get(i).probability()).average().orElse(0),
                    bin.stream()
                        .mapToDouble(i -> answers.get(i).role() == labels.get(i).role() ? 1 : 0)
                        .average()
                        .orElse(0)))
        .toList();
  }

  private static double calibrationError(List<ReliabilityBin> bins, int answers) {
    return bins.stream()
            .mapToDouble(bin -> bin.answers() * Math.abs(bin.probability() - bin.accuracy()))
            .sum()
        / answers;
  }

  private static double shareError(List<Answer> answers, List<Label> labels) {
    return stated(labels).stream()
        .mapToDouble(i -> Math.abs(answers.get(i).dsShare() - share(labels.get(i))))
        .average()
        .orElse(Double.NaN);
  }

  private static double shareCoverage(List<Answer> answers, List<Label> labels) {
    return stated(labels).stream()
        .mapToDouble(
            i ->
                share(labels.get(i)) >= answers.get(i).low() - HALF_STEP
                        && share(labels.get(i)) <= answers.get(i).high() + HALF_STEP
                    ? 1
                    : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static double shareCorrelation(List<Answer> answers, List<Label> labels) {
    List<Integer> stated = new ArrayList<>(stated(labels));
    double meanSaid =
        stated.stream().mapToDouble(i -> answers.get(i).dsShare()).average().orElse(0);
    double meanGold = stated.stream().mapToDouble(i -> share(labels.get(i))).average().orElse(0);
    double both = 0;
    double said = 0;
    double gold = 0;
    for (int i : stated) {
      double a = answers.get(i).dsShare() - meanSaid;
      double b = share(labels.get(i)) - meanGold;
      both += a * b;
      said += a * a;
      gold += b * b;
    }
    return said == 0 || gold == 0 ? 0 : both / Math.sqrt(said * gold);
  }

  private static List<Integer> stated(List<Label> labels) {
    return IntStream.range(0, labels.size())
        .filter(i -> labels.get(i).dsShare() != null)
        .boxed()
        .toList();
  }

  private static double share(Label label) {
    Double dsShare = label.dsShare();
    return dsShare == null ? Double.NaN : dsShare;
  }
}
