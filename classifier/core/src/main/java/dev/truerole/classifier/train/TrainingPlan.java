package dev.truerole.classifier.train;

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
 * @param weightDecay of the layers, not of word vectors
 * @param wordDropout share of words left out at each reading, 0 to 1
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
    double weightDecay,
    double wordDropout,
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
    require(weightDecay >= 0, "weightDecay must not be negative");
    require(wordDropout >= 0 && wordDropout < 1, "wordDropout must be 0 to below 1");
    require(validation >= 0 && validation <= 0.5, "validation must be 0 to 0.5");
    require(patience > 0, "patience must be at least 1");
    require(minWordPostings >= 0 && minPairPostings >= 0, "cuts must not be negative");
  }

  /** The plan of the shipped model, chosen by cross-validation: it stops by schedule, not early. */
  public static TrainingPlan defaults() {
    return new TrainingPlan("bag", Map.of(), 1, 0, 32, 2e-3, 1e-4, 0.2, 0, 4, 0, 0, true);
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
