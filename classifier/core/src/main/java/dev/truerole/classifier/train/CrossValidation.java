package dev.truerole.classifier.train;

import ai.djl.Device;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains on all folds but one and predicts that one, for each. Vocabulary and word vectors are
 * learned anew each time, from postings outside the fold alone.
 */
public final class CrossValidation {

  private final List<CorpusPosting> postings = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private final List<Evaluation> folds = new ArrayList<>();

  private CrossValidation() {}

  /**
   * Runs it.
   *
   * @param corpus labelled postings, and others that help to learn words
   * @param count how many folds, at least 2
   * @throws IllegalArgumentException if there are too few labelled postings for that
   */
  public static CrossValidation run(
      List<CorpusPosting> corpus,
      TrainingPlan plan,
      int count,
      Device device,
      TrainingListener listener) {
    CrossValidation result = new CrossValidation();
    Folds split = Folds.of(corpus, count, plan.seed());
    for (int fold = 0; fold < count; fold++) {
      listener.phase("fold " + (fold + 1) + " of " + count);
      List<CorpusPosting> held = split.held(fold);
      try (TrainedModel trained =
              new RoleTrainer(plan, device, listener).train(split.rest(fold), null);
          RoleModel model = trained.toModel("fold")) {
        List<Prediction> predicted =
            model.predict(held.stream().map(CorpusPosting::segments).toList());
        result.postings.addAll(held);
        result.predictions.addAll(predicted);
        result.folds.add(Evaluator.evaluate(predicted, labels(held)));
      }
    }
    return result;
  }

  /** Figures over the predictions of all folds together. */
  public Evaluation pooled() {
    return Evaluator.evaluate(predictions, labels(postings));
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
    return Calibration.fit(predictions, labels(postings));
  }

  private static List<Label> labels(List<CorpusPosting> postings) {
    return postings.stream().map(CorpusPosting::labelled).toList();
  }
}
