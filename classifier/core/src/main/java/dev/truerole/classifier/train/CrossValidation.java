package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Trains on all folds but one and predicts that one, for each. Vocabulary and word vectors are
 * learned anew each time, from postings outside the fold alone.
 */
public final class CrossValidation {

  private final List<CorpusPosting> postings = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private final List<Integer> foldOf = new ArrayList<>();
  private final List<Evaluation> folds = new ArrayList<>();

  private CrossValidation() {}

  /**
   * Runs it.
   *
   * @param corpus labelled postings, and others that help to learn words
   * @param count how many folds, at least 2
   * @param only which of them to run, from 0; empty for all
   * @throws IllegalArgumentException if there are too few labelled postings for that
   */
  public static CrossValidation run(
      List<CorpusPosting> corpus, RoleTrainer trainer, int count, Set<Integer> only) {
    return run(corpus, trainer, count, only, (model, held) -> {});
  }

  /**
   * Runs it and shows each fold's model, uncalibrated, with the postings it has not seen.
   *
   * @param examiner sees every fold in turn; the model is closed afterwards
   * @throws IllegalArgumentException if there are too few labelled postings for that
   */
  public static CrossValidation run(
      List<CorpusPosting> corpus,
      RoleTrainer trainer,
      int count,
      Set<Integer> only,
      BiConsumer<RoleModel, List<CorpusPosting>> examiner) {
    CrossValidation result = new CrossValidation();
    Folds split = Folds.of(corpus, count, trainer.plan().seed());
    for (int fold = 0; fold < count; fold++) {
      if (!only.isEmpty() && !only.contains(fold)) {
        continue;
      }
      trainer.listener().phase("fold " + (fold + 1) + " of " + count);
      List<CorpusPosting> held = split.held(fold);
      try (TrainedModel trained = trainer.train(split.rest(fold), null);
          RoleModel model = trained.toModel("fold")) {
        List<Prediction> predicted =
            model.predict(held.stream().map(CorpusPosting::segments).toList());
        result.postings.addAll(held);
        result.predictions.addAll(predicted);
        result.foldOf.addAll(Collections.nCopies(held.size(), fold));
        result.folds.add(Evaluator.evaluate(predicted, labels(held)));
        examiner.accept(model, held);
      }
    }
    return result;
  }

  /** Figures over the predictions of all folds together, uncalibrated. */
  public Evaluation pooled() {
    return Evaluator.evaluate(predictions, labels(postings));
  }

  /**
   * Figures over all folds, each calibrated on the predictions of the others: what a calibrated
   * model will do on postings it has not seen. Of a single fold, the uncalibrated figures.
   */
  public Evaluation calibrated() {
    return Evaluator.evaluate(calibratedPredictions(), labels(postings));
  }

  /** The predictions behind {@link #calibrated}, in the order of {@link #postings}. */
  public List<Prediction> calibratedPredictions() {
    if (folds.size() < 2) {
      return predictions();
    }
    List<Prediction> calibrated = new ArrayList<>(predictions);
    for (int fold : new TreeSet<>(foldOf)) {
      Calibration others = fit(i -> foldOf.get(i) != fold);
      IntStream.range(0, foldOf.size())
          .filter(i -> foldOf.get(i) == fold)
          .forEach(i -> calibrated.set(i, others.apply(predictions.get(i))));
    }
    return calibrated;
  }

  private Calibration fit(IntPredicate chosen) {
    int[] places = IntStream.range(0, foldOf.size()).filter(chosen).toArray();
    return Calibration.fit(
        IntStream.of(places).mapToObj(predictions::get).toList(),
        IntStream.of(places).mapToObj(i -> postings.get(i).labelled()).toList());
  }

  /** Figures of each fold. */
  public List<Evaluation> folds() {
    return List.copyOf(folds);
  }

  /** The labelled postings, each once, in the order of the predictions. */
  public List<CorpusPosting> postings() {
    return List.copyOf(postings);
  }

  /** The predictions, each by the model that had not seen the posting. */
  public List<Prediction> predictions() {
    return List.copyOf(predictions);
  }

  /** The calibration that fits these unseen postings best. */
  public Calibration calibration() {
    return fit(i -> true);
  }

  private static List<Label> labels(List<CorpusPosting> postings) {
    return postings.stream().map(CorpusPosting::labelled).toList();
  }
}
