package dev.truerole.classifier.train;

import dev.truerole.classifier.network.Architecture;
import dev.truerole.classifier.network.Architectures;
import java.util.Map;

/**
 * Everything that decides how a model is trained besides its data: same plan, same data, same
 * weights on a CPU.
 *
 * @param architecture name of the architecture
 * @param hyperparameters values that differ from the architecture's defaults
 * @param seed of shuffling, initial weights and dropout
 * @param epochs passes over the labelled postings, at most; 0 chooses by their number
 * @param batch postings a step
 * @param learningRate at its height; it warms up over the first steps and then falls to 0
 * @param encoderRate a pre-trained encoder's share of the learning rate
 * @param maxGradient the gradient is scaled down to this Euclidean norm; 0 leaves it as it is
 * @param weightDecay of the layers, not of word vectors
 * @param wordDropout share of words left out at each reading, 0 to 1
 * @param teacherWeight of a teacher's word beside the labels, where a teacher is asked
 * @param validation share of the labelled postings kept back to stop early by, 0 for none
 * @param patience epochs without a better validation loss before stopping
 * @param minWordPostings how many postings must hold a word for it to be known; 0 chooses by the
 *     size of the corpus
 * @param minPairPostings the same for pairs of words
 * @param wordVectors whether word vectors are first learned from all texts, labelled or not, if
 *     there are enough of them to learn from
 */
public record TrainingPlan(
    String architecture,
    Map<String, Double> hyperparameters,
    long seed,
    int epochs,
    int batch,
    double learningRate,
    double encoderRate,
    double maxGradient,
    double weightDecay,
    double wordDropout,
    double teacherWeight,
    double validation,
    int patience,
    int minWordPostings,
    int minPairPostings,
    boolean wordVectors) {

  private static final int LEAST_EPOCHS = 18;
  private static final int LEAST_STEPS = 400;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public TrainingPlan {
    hyperparameters = Map.copyOf(hyperparameters);
    require(epochs >= 0, "epochs must not be negative");
    require(batch > 0, "batch must be at least 1");
    require(learningRate > 0 && learningRate < 1, "learningRate must be between 0 and 1");
    require(encoderRate > 0 && encoderRate <= 1, "encoderRate must be above 0, at most 1");
    require(maxGradient >= 0, "maxGradient must not be negative");
    require(weightDecay >= 0, "weightDecay must not be negative");
    require(wordDropout >= 0 && wordDropout < 1, "wordDropout must be 0 to below 1");
    require(teacherWeight >= 0, "teacherWeight must not be negative");
    require(validation >= 0 && validation <= 0.5, "validation must be 0 to 0.5");
    require(patience > 0, "patience must be at least 1");
    require(minWordPostings >= 0 && minPairPostings >= 0, "cuts must not be negative");
  }

  /** The plan of the shipped model, chosen by cross-validation: it stops by schedule, not early. */
  public static TrainingPlan defaults() {
    return new TrainingPlan("bag", Map.of(), 1, 0, 32, 2e-3, 1, 0, 1e-4, 0.2, 1, 0, 4, 0, 0, true);
  }

  /**
   * The plan that serves an architecture best as far as known.
   *
   * @throws IllegalArgumentException if there is no such architecture
   */
  public static TrainingPlan defaults(String architecture) {
    Architecture named = Architectures.named(architecture);
    if (named.sequence() == Architecture.Sequence.WORD_PIECES) {
      return new TrainingPlan(
          architecture, Map.of(), 1, 5, 16, 2e-3, 0.05, 1, 1e-2, 0.2, 1, 0, 4, 0, 0, true);
    }
    TrainingPlan plan = defaults();
    return new TrainingPlan(
        architecture,
        plan.hyperparameters(),
        plan.seed(),
        plan.epochs(),
        plan.batch(),
        plan.learningRate(),
        plan.encoderRate(),
        plan.maxGradient(),
        plan.weightDecay(),
        plan.wordDropout(),
        plan.teacherWeight(),
        plan.validation(),
        plan.patience(),
        plan.minWordPostings(),
        plan.minPairPostings(),
        plan.wordVectors());
  }

  /**
   * How many epochs to train: as stated, or so many that even a small corpus gets its steps.
   *
   * @param labelled how many labelled postings there are
   */
  int epochsFor(int labelled) {
    int stepsInEpoch = Math.max(1, (labelled + batch - 1) / batch);
    return epochs > 0 ? epochs : Math.max(LEAST_EPOCHS, LEAST_STEPS / stepsInEpoch);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
