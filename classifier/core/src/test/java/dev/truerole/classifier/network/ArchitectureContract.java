package dev.truerole.classifier.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingBatches;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Resaved;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.train.AuthoredCorpus;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.ModelBuild;
import dev.truerole.classifier.train.RoleTrainer;
import dev.truerole.classifier.train.TeacherScores;
import dev.truerole.classifier.train.TrainedModel;
import dev.truerole.classifier.train.TrainingListener;
import dev.truerole.classifier.train.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every architecture keeps to. */
interface ArchitectureContract {

  /** The architecture under test. */
  Architecture architecture();

  @Test
  default void outputsHaveTheShapesOfTheHead() {
    try (Outputs outputs = new Outputs(architecture())) {
      NDList out = outputs.forward(outputs.postings.subList(0, 3));
      int segments =
          outputs.postings.subList(0, 3).stream().mapToInt(EncodedPosting::segments).sum();
      assertThat(out).hasSize(3);
      assertThat(out.get(0).getShape()).isEqualTo(new Shape(3, 4));
      assertThat(out.get(1).getShape()).isEqualTo(new Shape(3, 5));
      assertThat(out.get(2).getShape()).isEqualTo(new Shape(segments, 3));
      Shape[] promised =
          outputs.block.getOutputShapes(
              new Shape[] {
                new Shape(segments, outputs.features),
                new Shape(segments, PostingEncoder.MARKS),
                new Shape(3, segments)
              });
      assertThat(promised)
          .containsExactly(out.get(0).getShape(), out.get(1).getShape(), out.get(2).getShape());
    }
  }

  @Test
  default void batchSizeChangesNoOutput() {
    try (Outputs outputs = new Outputs(architecture())) {
      List<double[]> together = outputs.rows(outputs.postings);
      for (int i = 0; i < outputs.postings.size(); i++) {
        check(outputs.rows(List.of(outputs.postings.get(i))).get(0), together.get(i));
      }
    }
  }

  @Test
  default void batchOrderChangesNoOutput() {
    try (Outputs outputs = new Outputs(architecture())) {
      List<EncodedPosting> reversed = new ArrayList<>(outputs.postings);
      Collections.reverse(reversed);
      List<double[]> backwards = outputs.rows(reversed);
      Collections.reverse(backwards);
      List<double[]> forwards = outputs.rows(outputs.postings);
      for (int i = 0; i < forwards.size(); i++) {
        check(backwards.get(i), forwards.get(i));
      }
    }
  }

  /** Batches hold no padding; what would be padding elsewhere is other postings here. */
  @Test
  default void companyInTheBatchChangesNoOutput() {
    try (Outputs outputs = new Outputs(architecture())) {
      List<EncodedPosting> batch = new ArrayList<>(outputs.postings.subList(0, 1));
      double[] alone = outputs.rows(batch).get(0);
      for (int more = 0; more < 30; more++) {
        batch.add(outputs.postings.get(1 + more % (outputs.postings.size() - 1)));
      }
      check(outputs.rows(batch).get(0), alone);
    }
  }

  private static void check(double[] actual, double[] expected) {
    assertThat(actual).containsExactly(expected, Offset.offset(1e-4));
  }

  @Test
  default void evidenceExplainsTheAnswer() {
    try (Outputs outputs = new Outputs(architecture())) {
      NDList out = outputs.forward(outputs.postings.subList(0, 1));
      float[] sums = out.get(1).toFloatArray();
      float[] evidence = out.get(2).sum(new int[] {0}).toFloatArray();
      assertThat(sums[0]).isCloseTo(evidence[0], Offset.offset(1e-4f));
      assertThat(sums[1]).isCloseTo(evidence[1], Offset.offset(1e-4f));
    }
  }

  /** A step's gradient is the same whether or not the garbage collector runs inside it. */
  @Test
  default void garbageCollectionChangesNoGradient() {
    try (Outputs outputs = new Outputs(architecture())) {
      List<float[]> undisturbed = outputs.gradients(() -> {});
      List<float[]> disturbed = outputs.gradients(Garbage::collect);
      assertThat(disturbed).hasSameSizeAs(undisturbed).isNotEmpty();
      for (int i = 0; i < disturbed.size(); i++) {
        assertThat(difference(disturbed.get(i), undisturbed.get(i))).isLessThan(1e-4);
      }
    }
  }

  private static double difference(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double most = 0;
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
      most = Math.max(most, Double.isNaN(difference) ? Double.MAX_VALUE : difference);
    }
    return most;
  }

  /** Saving halves the precision once; from then on nothing changes any more. */
  @Test
  default void savedModelPredictsTheSame(@TempDir Path directory) throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    List<CorpusPosting> postings = AuthoredCorpus.eight();
    TrainingPlan plan = plan(12, 3);
    List<Prediction> fresh;
    try (TrainedModel trained = train(plan);
        RoleModel model = trained.toModel("fresh")) {
      fresh = model.predict(segments(postings));
    }
    new ModelBuild(trainer(plan), new Corpus(postings, List.of()))
        .train(first, "test", "test", List.of());
    Resaved.copy(first, second);
    List<Prediction> opened = predict(first);
    assertThat(predict(second)).isEqualTo(opened);
    assertThat(second.resolve(ModelStore.WEIGHTS))
        .hasSameBinaryContentAs(first.resolve(ModelStore.WEIGHTS));
    for (int i = 0; i < fresh.size(); i++) {
      for (Role role : Role.values()) {
        assertThat(opened.get(i).probability(role))
            .isCloseTo(fresh.get(i).probability(role), Offset.offset(1e-2));
      }
      assertThat(opened.get(i).dsShare()).isCloseTo(fresh.get(i).dsShare(), Offset.offset(1e-2));
    }
  }

  @Test
  default void eightPostingsAreLearnedByHeart() {
    List<CorpusPosting> postings = AuthoredCorpus.eight();
    try (TrainedModel trained = train(plan(150, 1));
        RoleModel model = trained.toModel("by heart")) {
      List<Prediction> predictions = model.predict(segments(postings));
      for (int i = 0; i < postings.size(); i++) {
        Role role = postings.get(i).labelled().role();
        assertThat(predictions.get(i).role()).isEqualTo(role);
        assertThat(predictions.get(i).probability(role)).isGreaterThan(0.7);
      }
    }
  }

  @Test
  default void sameSeedGivesTheSameWeights(@TempDir Path directory) throws IOException {
    byte[][] weights = new byte[3][];
    List<List<Prediction>> predictions = new ArrayList<>();
    long[] seeds = {5, 5, 6};
    for (int run = 0; run < seeds.length; run++) {
      try (TrainedModel trained = train(plan(4, seeds[run]));
          RoleModel model = trained.toModel("seeded")) {
        predictions.add(model.predict(segments(AuthoredCorpus.eight())));
        trained.save(directory.resolve("run" + run));
      }
      weights[run] = Files.readAllBytes(directory.resolve("run" + run).resolve(ModelStore.WEIGHTS));
    }
    assertThat(Arrays.equals(weights[0], weights[1])).isTrue();
    assertThat(predictions.get(1)).isEqualTo(predictions.get(0));
    assertThat(Arrays.equals(weights[0], weights[2])).isFalse();
  }

  private TrainedModel train(TrainingPlan plan) {
    return trainer(plan).train(AuthoredCorpus.eight(), null);
  }

  private static RoleTrainer trainer(TrainingPlan plan) {
    TrainingListener silent = TrainingListener.silent();
    return new RoleTrainer(plan, Device.cpu(), silent, Activations.CACHE, TeacherScores.NONE);
  }

  /** Where what frozen layers make of the eight postings is kept while the tests run. */
  final class Activations {
    private static final Path CACHE = make();

    private Activations() {}

    private static Path make() {
      try {
        Path cache = Files.createTempDirectory("activations");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(cache)));
        return cache;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path directory) {
      try (Stream<Path> below = Files.walk(directory)) {
        below.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A pre-trained encoder stays as it is here, all of it: its own tests tune it. */
  private Map<String, Double> hyperparameters() {
    return pretrained(architecture()) ? Map.of("frozenLayers", 6.0) : Map.of();
  }

  private static boolean pretrained(Architecture architecture) {
    return architecture.sequence() == Architecture.Sequence.WORD_PIECES;
  }

  private TrainingPlan plan(int epochs, long seed) {
    return new TrainingPlan(
        architecture().name(),
        hyperparameters(),
        seed,
        epochs,
        4,
        5e-3,
        1,
        0,
        0,
        0,
        1,
        0,
        4,
        1,
        2,
        false);
  }

  private static List<Prediction> predict(Path directory) {
    try (RoleModel model = RoleModel.open(directory)) {
      return model.predict(segments(AuthoredCorpus.eight()));
    }
  }

  private static List<List<Segment>> segments(List<CorpusPosting> postings) {
    return postings.stream().map(CorpusPosting::segments).toList();
  }

  /** The eight postings and an untrained network that reads them. */
  final class Outputs implements AutoCloseable {
    private final NDManager manager = NDManager.newBaseManager();
    private final List<EncodedPosting> postings;
    private final Block block;
    private final int features;

    Outputs(Architecture architecture) {
      List<List<Segment>> segments = segments(AuthoredCorpus.eight());
      Vocabulary vocabulary = Vocabulary.learn(segments, 1, 2);
      Engine.getInstance().setRandomSeed(3);
      block =
          Architectures.initialized(
              architecture.name(),
              vocabulary.size(),
              PostingEncoder.MARKS,
              architecture.defaults(),
              manager);
      PostingEncoder encoder = encoder(architecture, block, vocabulary);
      postings = segments.stream().map(encoder::encode).toList();
      features = vocabulary.size();
    }

    private static PostingEncoder encoder(
        Architecture architecture, Block block, Vocabulary vocabulary) {
      try {
        return RoleModel.encoder(architecture.name(), block, vocabulary);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    NDList forward(List<EncodedPosting> batch) {
      return block.forward(
          new ParameterStore(manager, false),
          PostingBatches.tensors(manager, batch, features),
          false);
    }

    /** The gradients of all outputs together, for every parameter that wants one. */
    List<float[]> gradients(Runnable between) {
      List<Parameter> trained =
          block.getParameters().values().stream().filter(Parameter::requiresGradient).toList();
      trained.forEach(parameter -> parameter.getArray().setRequiresGradient(true));
      List<float[]> gradients = new ArrayList<>();
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDList out = forward(postings.subList(0, 2));
        NDArray sum = out.get(0).square().sum().add(out.get(1).sum()).add(out.get(2).sum());
        between.run();
        collector.backward(sum);
        for (Parameter parameter : trained) {
          gradients.add(parameter.getArray().getGradient().toFloatArray());
        }
        collector.zeroGradients();
      }
      return gradients;
    }

    /** Of each posting: its probabilities, its sums and the evidence of its segments. */
    List<double[]> rows(List<EncodedPosting> batch) {
      NDList out = forward(batch);
      float[] probabilities = out.get(0).toFloatArray();
      float[] sums = out.get(1).toFloatArray();
      float[] evidence = out.get(2).toFloatArray();
      List<double[]> rows = new ArrayList<>();
      int from = 0;
      for (int i = 0; i < batch.size(); i++) {
        double[] row = new double[9 + 3 * batch.get(i).segments()];
        int at = 0;
        for (int k = 0; k < 4; k++) {
          row[at++] = probabilities[4 * i + k];
        }
        for (int k = 0; k < 5; k++) {
          row[at++] = sums[5 * i + k];
        }
        while (at < row.length) {
          row[at++] = evidence[from++];
        }
        rows.add(row);
      }
      return rows;
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
