package dev.truerole.classifier.model;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingBatches;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.SequenceInput;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.network.Architecture;
import dev.truerole.classifier.network.Architectures;
import dev.truerole.classifier.network.PretrainedNetwork;
import dev.truerole.classifier.text.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A loaded model. Thread-safe; holds native memory until closed. */
public final class RoleModel implements AutoCloseable {

  /**
   * Postings and ids a batch may hold: enough to fill the matrix products, small enough for cache.
   */
  private static final int MAX_BATCH = 128;

  private static final int MAX_BATCH_IDS = 80_000;

  private final String name;
  private final Block block;
  private final PostingEncoder encoder;
  private final int features;
  private final SequenceInput sequences;
  private final NDManager manager;

  private RoleModel(
      String name,
      Block block,
      PostingEncoder encoder,
      int features,
      SequenceInput sequences,
      NDManager manager) {
    this.name = name;
    this.block = block;
    this.encoder = encoder;
    this.features = features;
    this.sequences = sequences;
    this.manager = manager;
  }

  /**
   * Opens a model directory on the CPU.
   *
   * @throws ModelException if the directory holds no usable model
   */
  public static RoleModel open(Path directory) {
    return open(directory, Device.cpu());
  }

  /**
   * Opens a model directory on a device.
   *
   * @throws ModelException if the directory holds no usable model
   */
  public static RoleModel open(Path directory, Device device) {
    ModelCard card = ModelStore.card(directory);
    Vocabulary vocabulary = ModelStore.vocabulary(directory, card);
    NDManager manager = NDManager.newBaseManager(device);
    boolean opened = false;
    try {
      Block block =
          Architectures.initialized(
              card.architecture(),
              vocabulary.size(),
              PostingEncoder.MARKS,
              card.hyperparameters(),
              manager);
      PostingEncoder encoder = encoder(card.architecture(), block, vocabulary);
      ModelStore.load(directory, card, block);
      opened = true;
      return new RoleModel(
          card.name(), block, encoder, vocabulary.size(), SequenceInput.IDS, manager);
    } catch (IllegalArgumentException | IOException e) {
      throw new ModelException(directory, ModelStore.CARD + ": " + e.getMessage(), e);
    } finally {
      if (!opened) {
        manager.close();
      }
    }
  }

  /**
   * What an architecture reads, for a network whose pre-trained encoder, if it has one, is given
   * its first weights on the way.
   *
   * @throws IOException if the encoder cannot be read; the message says where it comes from
   */
  public static PostingEncoder encoder(String architecture, Block block, Vocabulary vocabulary)
      throws IOException {
    if (block instanceof PretrainedNetwork network) {
      PretrainedEncoder pretrained = PretrainedEncoder.load();
      pretrained.fill(network);
      return PostingEncoder.ofPieces(vocabulary, pretrained.wordpieces());
    }
    return Architectures.named(architecture).sequence() == Architecture.Sequence.WORDS
        ? PostingEncoder.ofWords(vocabulary)
        : PostingEncoder.ofBags(vocabulary);
  }

  /**
   * A model around a block in training; closing it leaves the block's weights alone.
   *
   * @param block with all its parameters set
   * @param features how many the encoder knows
   * @param sequences how they enter the block
   */
  public static RoleModel around(
      String name,
      Block block,
      PostingEncoder encoder,
      int features,
      SequenceInput sequences,
      Device device) {
    NDManager manager = NDManager.newBaseManager(device);
    return new RoleModel(name, block, encoder, features, sequences, manager);
  }

  /** What answers call this model. */
  public String name() {
    return name;
  }

  /**
   * Predicts postings in batches of like length.
   *
   * @param postings the segments of each posting, at least one segment each
   * @return one prediction each, in the order given
   * @throws IllegalArgumentException if a posting has no segment
   */
  public List<Prediction> predict(List<List<Segment>> postings) {
    return predictInputs(postings.parallelStream().map(this::input).toList());
  }

  /** A posting's segments as this model's network reads them. */
  public static final class Input {
    private final EncodedPosting encoded;

    private Input(EncodedPosting encoded) {
      this.encoded = encoded;
    }
  }

  /** Encodes segments, best where they were made: their words are still at hand. */
  public Input input(List<Segment> segments) {
    return new Input(encoder.encode(segments));
  }

  /** As {@link #predict}, of what {@link #input} of this model gave. */
  public List<Prediction> predictInputs(List<Input> postings) {
    return predictEncoded(postings.stream().map(input -> input.encoded).toList());
  }

  /** The same for postings that were encoded with this model's vocabulary. */
  public List<Prediction> predictEncoded(List<EncodedPosting> postings) {
    if (postings.stream().anyMatch(posting -> posting.segments() == 0)) {
      throw new IllegalArgumentException("a posting without segments cannot be predicted");
    }
    Prediction[] predictions = new Prediction[postings.size()];
    PostingBatches.byLength(postings, MAX_BATCH, MAX_BATCH_IDS).parallelStream()
        .forEach(
            batch -> {
              List<Prediction> answers = forward(batch.stream().map(postings::get).toList());
              for (int i = 0; i < answers.size(); i++) {
                predictions[batch.get(i)] = answers.get(i);
              }
            });
    return Arrays.asList(predictions);
  }

  private List<Prediction> forward(List<EncodedPosting> batch) {
    try (NDManager scratch = manager.newSubManager()) {
      NDList inputs = PostingBatches.tensors(scratch, batch, features, () -> true, sequences);
      NDList outputs = block.forward(new ParameterStore(scratch, false), inputs, false);
      float[] probabilities = outputs.get(0).toFloatArray();
      float[] sums = outputs.get(1).toFloatArray();
      float[] evidence = outputs.get(2).toFloatArray();
      List<Prediction> predictions = new ArrayList<>(batch.size());
      int row = 0;
      for (int b = 0; b < batch.size(); b++) {
        int rows = batch.get(b).segments();
        predictions.add(prediction(probabilities, sums, b, evidence(evidence, row, rows)));
        row += rows;
      }
      return predictions;
    }
  }

  private static Prediction prediction(
      float[] probabilities, float[] sums, int b, List<Evidence> evidence) {
    int roles = Role.values().length;
    int columns = 5;
    Map<Role, Double> byRole = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      byRole.put(role, (double) probabilities[b * roles + role.column()]);
    }
    double scope = sums[b * columns + 2];
    double z = sums[b * columns + 3];
    double sigma = sums[b * columns + 4];
    return new Prediction(byRole, 1 / (1 + Math.exp(-z)), sigma, scope, evidence);
  }

  private static List<Evidence> evidence(float[] values, int row, int rows) {
    List<Evidence> evidence = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      int at = 3 * (row + i);
      evidence.add(new Evidence(i, values[at], values[at + 1], values[at + 2]));
    }
    return evidence;
  }

  @Override
  public void close() {
    manager.close();
  }
}
