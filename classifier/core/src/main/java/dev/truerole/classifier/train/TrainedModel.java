package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.SequenceInput;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.RoleModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network fresh from training, in native memory until closed. */
public final class TrainedModel implements AutoCloseable {

  private final Block block;
  private final Vocabulary vocabulary;
  private final PostingEncoder encoder;
  private final SequenceInput sequences;
  private final NDManager manager;
  private final String architecture;
  private final Map<String, Double> hyperparameters;
  private final List<EpochLosses> history;
  private final List<CorpusPosting> held;

  /**
   * How an epoch went.
   *
   * @param epoch from 1
   * @param loss mean over its steps
   * @param validationLoss NaN where nothing was kept back
   * @param seconds it took
   */
  public record EpochLosses(int epoch, double loss, double validationLoss, double seconds) {}

  TrainedModel(
      Block block,
      Vocabulary vocabulary,
      PostingEncoder encoder,
      SequenceInput sequences,
      NDManager manager,
      String architecture,
      Map<String, Double> hyperparameters,
      List<EpochLosses> history,
      List<CorpusPosting> held) {
    this.block = block;
    this.vocabulary = vocabulary;
    this.encoder = encoder;
    this.sequences = sequences;
    this.manager = manager;
    this.architecture = architecture;
    this.hyperparameters = Map.copyOf(hyperparameters);
    this.history = List.copyOf(history);
    this.held = List.copyOf(held);
  }

  /** The name of its architecture. */
  public String architecture() {
    return architecture;
  }

  /** All hyperparameters of its architecture. */
  public Map<String, Double> hyperparameters() {
    return hyperparameters;
  }

  /** How many features it knows. */
  public int features() {
    return vocabulary.size();
  }

  /** The epochs, in order. */
  public List<EpochLosses> history() {
    return history;
  }

  /** The labelled postings that were kept back, none if the plan keeps none. */
  public List<CorpusPosting> held() {
    return held;
  }

  /** A model to predict with; close it before this. */
  public RoleModel toModel(String name) {
    return RoleModel.around(
        name, block, encoder, vocabulary.size(), sequences, manager.getDevice());
  }

  /**
   * Sets the calibration: of the scale of the share's logit and of the scope logit.
   *
   * @throws IllegalStateException if the architecture has none
   */
  void calibrate(Calibration calibration) {
    NDArray factors =
        block.getParameters().stream()
            .filter(named -> named.getKey().endsWith("calibration"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(architecture + " cannot be calibrated"))
            .getValue()
            .getArray();
    Weights.copy(
        manager.create(
            new float[] {
              (float) calibration.sigma(), (float) calibration.scope(), (float) calibration.shift()
            }),
        factors);
  }

  /**
   * Writes weights and vocabulary.
   *
   * @throws IOException if the directory cannot be written
   */
  public void save(Path directory) throws IOException {
    ModelStore.saveFiles(directory, block, vocabulary);
  }

  @Override
  public void close() {
    if (sequences instanceof ActivationCache cache) {
      cache.close();
    }
    manager.close();
  }
}
