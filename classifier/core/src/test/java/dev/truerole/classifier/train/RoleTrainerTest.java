package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.model.ModelCard;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleTrainerTest {

  private static final List<CorpusPosting> POSTINGS = AuthoredCorpus.some(6);

  @TempDir private Path directory;

  @Test
  void interruptedRunEndsInTheSameWeights() throws IOException {
    TrainingPlan plan = plan(4, 3e-3, 0, 1);
    Path checkpoints = directory.resolve("checkpoints");
    assertThatThrownBy(() -> train(plan, new Interrupting(2, 2), checkpoints))
        .isInstanceOf(Interrupted.class);
    assertThat(checkpoints).isNotEmptyDirectory();
    Recording resumed = new Recording();
    try (TrainedModel whole = train(plan, new Recording(), null);
        TrainedModel inParts = train(plan, resumed, checkpoints)) {
      assertThat(resumed.phases).anyMatch(phase -> phase.equals("going on after epoch 1"));
      assertThat(resumed.epochs).containsExactly(2, 3, 4);
      assertThat(predict(inParts)).isEqualTo(predict(whole));
      assertThat(weights(inParts, "parts")).isEqualTo(weights(whole, "whole"));
    }
    assertThat(checkpoints).as("done, so removed").doesNotExist();
  }

  /** Checkpoints hold full precision, optimiser and best weights: they have to agree too. */
  @Test
  void interruptedRunPassesThroughTheSameStates() throws IOException {
    TrainingPlan plan = plan(6, 3e-3, 0.25, 6);
    Path once = directory.resolve("once");
    Path twice = directory.resolve("twice");
    assertThatThrownBy(() -> train(plan, new Interrupting(5, 1), once))
        .isInstanceOf(Interrupted.class);
    assertThatThrownBy(() -> train(plan, new Interrupting(3, 1), twice))
        .isInstanceOf(Interrupted.class);
    assertThatThrownBy(() -> train(plan, new Interrupting(5, 1), twice))
        .isInstanceOf(Interrupted.class);
    assertThat(twice.resolve("checkpoint.safetensors"))
        .hasSameBinaryContentAs(once.resolve("checkpoint.safetensors"));
    assertThat(stateWithoutTimes(twice)).isEqualTo(stateWithoutTimes(once));
  }

  private static String stateWithoutTimes(Path checkpoints) throws IOException {
    String state = Files.readString(checkpoints.resolve("checkpoint.json"));
    assertThat(state).contains("\"seconds\":");
    return state.replaceAll("\"seconds\":[^,}]+", "");
  }

  @Test
  void checkpointOfAnotherPlanIsIgnored() throws IOException {
    Path checkpoints = directory.resolve("checkpoints");
    assertThatThrownBy(() -> train(plan(4, 3e-3, 0, 1), new Interrupting(3, 1), checkpoints))
        .isInstanceOf(Interrupted.class);
    Recording other = new Recording();
    TrainingPlan otherPlan = plan(4, 2e-3, 0, 1);
    try (TrainedModel fresh = train(otherPlan, new Recording(), null);
        TrainedModel trained = train(otherPlan, other, checkpoints)) {
      assertThat(other.epochs).containsExactly(1, 2, 3, 4);
      assertThat(weights(trained, "other")).isEqualTo(weights(fresh, "fresh"));
    }
  }

  @Test
  void checkpointOfOtherDataIsIgnored() {
    Path checkpoints = directory.resolve("checkpoints");
    TrainingPlan plan = plan(3, 3e-3, 0, 1);
    assertThatThrownBy(() -> train(plan, new Interrupting(2, 1), checkpoints))
        .isInstanceOf(Interrupted.class);
    Recording other = new Recording();
    new RoleTrainer(plan, Device.cpu(), other)
        .train(POSTINGS.subList(0, POSTINGS.size() - 1), checkpoints)
        .close();
    assertThat(other.epochs).containsExactly(1, 2, 3);
  }

  @Test
  void earlyStoppingKeepsTheBestEpoch() {
    int patience = 2;
    TrainingPlan plan = plan(60, 2e-2, 0.25, patience);
    Folds folds = Folds.of(POSTINGS, 4, plan.seed());
    try (TrainedModel trained = train(plan, TrainingListener.silent(), null);
        RoleModel model = trained.toModel("stopped")) {
      TrainedModel.EpochLosses best =
          trained.history().stream()
              .min(java.util.Comparator.comparingDouble(TrainedModel.EpochLosses::validationLoss))
              .orElseThrow();
      assertThat(trained.history()).hasSize(best.epoch() + patience);
      assertThat(best.epoch() + patience).as("it does stop early").isLessThan(60);
      List<CorpusPosting> held = folds.held(0);
      List<Prediction> predictions =
          model.predict(held.stream().map(CorpusPosting::segments).toList());
      assertThat(loss(predictions, held.stream().map(CorpusPosting::labelled).toList()))
          .isCloseTo(best.validationLoss(), Offset.offset(1e-3));
    }
  }

  private static double loss(List<Prediction> predictions, List<Label> labels) {
    int n = labels.size();
    float[] probabilities = new float[4 * n];
    float[] sums = new float[5 * n];
    for (int i = 0; i < n; i++) {
      Prediction prediction = predictions.get(i);
      Role[] columns = {Role.DATA_SCIENTIST, Role.ML_ENGINEER, Role.HYBRID, Role.OTHER};
      for (int k = 0; k < 4; k++) {
        probabilities[4 * i + k] = (float) prediction.probability(columns[k]);
      }
      sums[5 * i + 2] = (float) prediction.scope();
      sums[5 * i + 3] = (float) Math.log(prediction.dsShare() / (1 - prediction.dsShare()));
      sums[5 * i + 4] = (float) prediction.sigma();
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList outputs =
          new NDList(
              manager.create(probabilities, new Shape(n, 4)),
              manager.create(sums, new Shape(n, 5)));
      return RoleLoss.of(manager, outputs, labels).getFloat();
    }
  }

  @Test
  void lossFallsWhileTraining() {
    try (TrainedModel trained = train(plan(12, 5e-3, 0, 1), TrainingListener.silent(), null)) {
      List<TrainedModel.EpochLosses> history = trained.history();
      assertThat(history).extracting(TrainedModel.EpochLosses::epoch).startsWith(1, 2).hasSize(12);
      assertThat(history.get(11).loss()).isLessThan(history.get(0).loss());
      assertThat(history).allSatisfy(epoch -> assertThat(epoch.validationLoss()).isNaN());
    }
  }

  @Test
  void withoutALabelThereIsNothingToLearn() {
    List<CorpusPosting> unlabelled = List.of(Postings.of("a", null, "Sell tea.", null));
    RoleTrainer trainer =
        new RoleTrainer(plan(1, 1e-3, 0, 1), Device.cpu(), TrainingListener.silent());
    assertThatThrownBy(() -> trainer.train(unlabelled, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label");
    assertThatThrownBy(() -> trainer.train(List.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownArchitectureIsRefused() {
    TrainingPlan plan =
        new TrainingPlan("forest", Map.of(), 1, 1, 8, 1e-3, 1, 0, 0, 0, 1, 0, 1, 1, 2, false);
    assertThatThrownBy(() -> train(plan, TrainingListener.silent(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forest");
  }

  /** The whole way: cross-validation, training, a directory that opens and repeats its samples. */
  @Test
  void buildMakesADirectoryThatOpens() throws IOException {
    Corpus corpus = new Corpus(POSTINGS, List.of());
    ModelBuild build = new ModelBuild(trainer(plan(3, 5e-3, 0, 1)), corpus);
    build.crossValidate(3);
    Path model = directory.resolve("model");
    Path data = Files.writeString(directory.resolve("data.jsonl"), "{}");
    build.train(model, "tiny", "truerole train", List.of(data));
    ModelCard card = ModelStore.card(model);
    assertThat(card.name()).isEqualTo("tiny");
    assertThat(card.data()).containsEntry("labelled", 24).containsEntry("postings", 24);
    assertThat(card.metrics()).containsKey("calibration");
    assertThat(card.samples()).isNotEmpty();
    assertThat(model.resolve("metrics.json")).isNotEmptyFile();
    assertThat(model.resolve(".checkpoint")).doesNotExist();
    try (RoleModel opened = RoleModel.open(model)) {
      for (ModelCard.Sample sample : card.samples()) {
        assertThat(ModelStore.sample(opened, sample.text())).isEqualTo(sample);
      }
    }
  }

  /** Every labelled posting is predicted once, by a model that has not seen it. */
  @Test
  void crossValidationPredictsEveryPostingOnce() {
    CrossValidation run = CrossValidation.run(POSTINGS, trainer(plan(2, 5e-3, 0, 1)), 3, Set.of());
    assertThat(run.postings()).containsExactlyInAnyOrderElementsOf(POSTINGS);
    assertThat(run.predictions()).hasSameSizeAs(POSTINGS);
    assertThat(run.folds()).hasSize(3);
    assertThat(run.pooled().postings()).isEqualTo(POSTINGS.size());
    assertThat(run.calibration().sigma()).isBetween(0.29, 3.01);
  }

  @Test
  void foldsMayRunAlone() {
    CrossValidation run = CrossValidation.run(POSTINGS, trainer(plan(2, 5e-3, 0, 1)), 3, Set.of(1));
    assertThat(run.postings())
        .containsExactlyElementsOf(Folds.of(POSTINGS, 3, plan(2, 5e-3, 0, 1).seed()).held(1));
    assertThat(run.folds()).hasSize(1);
    assertThat(run.calibrated()).isEqualTo(run.pooled());
  }

  /** The fold held out is measured, and nothing of it is learned from. */
  @Test
  void buildHoldsAFoldOut() throws IOException {
    TrainingPlan plan = plan(2, 5e-3, 0, 1);
    Folds split = Folds.of(POSTINGS, 3, plan.seed());
    ModelBuild build = new ModelBuild(trainer(plan), new Corpus(POSTINGS, List.of()));
    build.holdOut(3, 2);
    Path model = directory.resolve("held");
    Map<String, Evaluation> figures = build.train(model, "held", "truerole train", List.of());
    assertThat(figures.get("fold 2 of 3, held out, uncalibrated").postings())
        .isEqualTo(split.held(1).size());
    assertThat(ModelStore.card(model).data())
        .containsEntry("labelled", POSTINGS.size() - split.held(1).size());
    assertThat(model.resolve(ModelBuild.HELD_OUT)).exists();
    assertThat(Files.readAllLines(model.resolve(ModelBuild.HELD_OUT)))
        .hasSameSizeAs(split.held(1))
        .first()
        .asString()
        .contains(split.held(1).get(0).posting().id().text());
    assertThatIllegalArgumentException().isThrownBy(() -> build.holdOut(3, 4));
  }

  /** Calibration moves probabilities, by values fitted on the other folds, and no share. */
  @Test
  void calibratedFiguresAreOfTheSamePostings() {
    CrossValidation run = CrossValidation.run(POSTINGS, trainer(plan(2, 5e-3, 0, 1)), 3, Set.of());
    assertThat(run.calibrated().postings()).isEqualTo(run.pooled().postings());
    assertThat(run.calibrated().shareError()).isEqualTo(run.pooled().shareError());
    assertThat(run.calibrated().calibrationError()).isNotEqualTo(run.pooled().calibrationError());
  }

  private static RoleTrainer trainer(TrainingPlan plan) {
    return new RoleTrainer(plan, Device.cpu(), TrainingListener.silent());
  }

  private static TrainedModel train(
      TrainingPlan plan, TrainingListener listener, Path checkpoints) {
    return new RoleTrainer(plan, Device.cpu(), listener).train(POSTINGS, checkpoints);
  }

  private static TrainingPlan plan(int epochs, double rate, double validation, int patience) {
    return new TrainingPlan(
        "bag", Map.of(), 1, epochs, 8, rate, 1, 0, 1e-4, 0.2, 1, validation, patience, 2, 3, false);
  }

  private static List<Prediction> predict(TrainedModel trained) {
    try (RoleModel model = trained.toModel("trained")) {
      return model.predict(POSTINGS.stream().map(CorpusPosting::segments).toList());
    }
  }

  private byte[] weights(TrainedModel trained, String name) throws IOException {
    trained.save(directory.resolve(name));
    return Files.readAllBytes(directory.resolve(name).resolve(ModelStore.WEIGHTS));
  }

  /** Pulls the plug. */
  private static final class Interrupted extends RuntimeException {}

  /** Remembers what it hears. */
  private static class Recording implements TrainingListener {
    final List<String> phases = new ArrayList<>();
    final List<Integer> epochs = new ArrayList<>();

    @Override
    public void phase(String what) {
      phases.add(what);
    }

    @Override
    public void step(int epoch, int step, int stepsInEpoch, double loss) {
      assertThat(step).isBetween(1, stepsInEpoch);
    }

    @Override
    public void epoch(int epoch, int count, double loss, double validationLoss, double seconds) {
      epochs.add(epoch);
    }
  }

  /** Ends a run at a step. */
  private static final class Interrupting extends Recording {
    private final int atEpoch;
    private final int atStep;

    Interrupting(int atEpoch, int atStep) {
      this.atEpoch = atEpoch;
      this.atStep = atStep;
    }

    @Override
    public void step(int epoch, int step, int stepsInEpoch, double loss) {
      if (epoch == atEpoch && step == atStep) {
        throw new Interrupted();
      }
    }
  }
}
