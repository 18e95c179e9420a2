package dev.truerole.classifier.audit;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.CrossValidation;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Evaluator;
import dev.truerole.classifier.train.Folds;
import dev.truerole.classifier.train.Label;
import dev.truerole.classifier.train.RoleTrainer;
import dev.truerole.classifier.train.TrainedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trains without one kind of postings and tests on it: one source after the other, or the postings
 * of a new era with those before it. Companies and near-copies of what is tested are left out of
 * training too.
 */
public final class ShiftRun {

  /** What may be left out. */
  public enum Dimension {
    /** Every source with at least {@link Slices#LEAST_LABELS} labels, one at a time. */
    SOURCE,
    /** The postings of 2025 and later; training sees those before. */
    ERA
  }

  private final List<CorpusPosting> corpus;
  private final RoleTrainer trainer;

  /** A run over a corpus. */
  public ShiftRun(List<CorpusPosting> corpus, RoleTrainer trainer) {
    this.corpus = List.copyOf(corpus);
    this.trainer = trainer;
  }

  /**
   * The figures, a kind each.
   *
   * @param within a cross-validation of the same corpus to compare with, or null
   */
  public List<Shift> run(Dimension dimension, @Nullable CrossValidation within) {
    List<Shift> shifts = new ArrayList<>();
    for (String kind : kinds(dimension)) {
      trainer.listener().phase("without " + kind);
      Shift shift = shift(dimension, kind, within);
      trainer
          .listener()
          .phase(
              String.format(
                  Locale.ROOT, "macro-F1 %.3f without %s", shift.apart().macroF1(), kind));
      shifts.add(shift);
    }
    return shifts;
  }

  private List<String> kinds(Dimension dimension) {
    if (dimension == Dimension.ERA) {
      return List.of(Slices.NEW_ERA + " and later");
    }
    Map<String, Long> labels =
        corpus.stream()
            .filter(posting -> posting.label() != null && !posting.source().isEmpty())
            .collect(
                Collectors.groupingBy(CorpusPosting::source, TreeMap::new, Collectors.counting()));
    return labels.entrySet().stream()
        .filter(source -> source.getValue() >= Slices.LEAST_LABELS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Shift shift(Dimension dimension, String kind, @Nullable CrossValidation within) {
    Folds.Parted parted = Folds.apart(corpus, posting -> isOf(dimension, kind, posting));
    List<CorpusPosting> learned =
        parted.learned().stream().filter(posting -> isKnown(dimension, posting)).toList();
    try (TrainedModel trained = trainer.train(learned, null);
        RoleModel model = trained.toModel("apart")) {
      List<Prediction> apart =
          model.predict(parted.tested().stream().map(CorpusPosting::segments).toList());
      return new Shift(
          kind,
          evaluate(apart, parted),
          within == null ? null : evaluate(inside(within, parted), parted));
    }
  }

  private static List<Prediction> inside(CrossValidation within, Folds.Parted parted) {
    Map<String, Prediction> byId = new HashMap<>();
    for (int i = 0; i < within.postings().size(); i++) {
      byId.put(id(within.postings().get(i)), within.predictions().get(i));
    }
    return parted.tested().stream().map(posting -> byId.get(id(posting))).toList();
  }

  private static Evaluation evaluate(List<Prediction> predictions, Folds.Parted parted) {
    List<Label> labels = parted.tested().stream().map(CorpusPosting::labelled).toList();
    return Evaluator.evaluate(predictions, labels);
  }

  private static boolean isOf(Dimension dimension, String kind, CorpusPosting posting) {
    return kind.equals(dimension == Dimension.ERA ? Slices.era(posting) : posting.source());
  }

  /** What has no date may be of the new era. */
  private static boolean isKnown(Dimension dimension, CorpusPosting posting) {
    return dimension != Dimension.ERA || !Slices.era(posting).equals("undated");
  }

  private static String id(CorpusPosting posting) {
    return posting.posting().id().text();
  }
}
