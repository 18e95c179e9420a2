package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.truerole.classifier.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on all authored postings. */
class TrainingIT {

  private static final List<CorpusPosting> CORPUS = AuthoredCorpus.authored().postings();

  @TempDir private Path directory;

  @Test
  void sameDataAndSeedGiveTheSameWeights() throws IOException {
    assertThat(weights("first")).isEqualTo(weights("second"));
  }

  private byte[] weights(String name) throws IOException {
    try (TrainedModel trained =
        new RoleTrainer(plan(4), Device.cpu(), TrainingListener.silent()).train(CORPUS, null)) {
      trained.save(directory.resolve(name));
    }
    return Files.readAllBytes(directory.resolve(name).resolve(ModelStore.WEIGHTS));
  }

  /** Unseen postings of unseen companies; their titles often claim another role than the true. */
  @Test
  void textTellsMoreThanTitles() {
    CrossValidation run = CrossValidation.run(CORPUS, trainer(plan(25)), 4, Set.of());
    Evaluation titles = Evaluator.titles(run.postings());
    assertThat(run.pooled().postings()).isEqualTo(CORPUS.size());
    assertThat(run.pooled().macroF1Low()).isGreaterThan(titles.macroF1High());
    assertThat(run.pooled().shareCorrelation()).isGreaterThan(0.7);
  }

  private static RoleTrainer trainer(TrainingPlan plan) {
    return new RoleTrainer(plan, Device.cpu(), TrainingListener.silent());
  }

  private static TrainingPlan plan(int epochs) {
    TrainingPlan usual = TrainingPlan.defaults();
    return new TrainingPlan(
        usual.architecture(),
        Map.of(),
        1,
        epochs,
        usual.batch(),
        usual.learningRate(),
        usual.encoderRate(),
        usual.maxGradient(),
        usual.weightDecay(),
        usual.wordDropout(),
        usual.teacherWeight(),
        0,
        1,
        0,
        0,
        false);
  }
}
