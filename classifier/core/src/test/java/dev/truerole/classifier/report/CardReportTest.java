package dev.truerole.classifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.truerole.classifier.audit.ModelAudit;
import dev.truerole.classifier.model.ModelCheck;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.train.AuthoredCorpus;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.ModelBuild;
import dev.truerole.classifier.train.RoleTrainer;
import dev.truerole.classifier.train.TrainingListener;
import dev.truerole.classifier.train.TrainingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card says what its training measured, and a check sees what does not fit it. */
class CardReportTest {

  @TempDir static Path directory;

  @BeforeAll
  static void build() throws IOException {
    TrainingPlan plan =
        new TrainingPlan("bag", Map.of(), 1, 2, 8, 5e-3, 1, 0, 1e-4, 0.2, 1, 0, 1, 2, 3, false);
    ModelBuild build =
        new ModelBuild(
            new RoleTrainer(plan, Device.cpu(), TrainingListener.silent()),
            new Corpus(AuthoredCorpus.some(8), List.of()),
            new ModelAudit(AuthoredCorpus.some(12).subList(8, 12)));
    build.crossValidate(2);
    build.train(directory, "tiny", "truerole train --tiny", List.of());
    CardReport.write(directory);
  }

  @Test
  void cardHoldsEverySection() throws IOException {
    String card = Files.readString(directory.resolve(CardReport.FILE));
    assertThat(card)
        .contains(
            "# Model card: tiny",
            "given by a large language model",
            "| 2-fold cross-validation | 32 |",
            "## By source",
            "## By era",
            "## By length",
            "| role names swapped | 32 |",
            "truerole train --tiny")
        .contains(ModelStore.card(directory).weightsSha256())
        .doesNotContain("null");
    assertThat(CardReport.markdown(directory)).isEqualTo(card);
  }

  @Test
  void picturesArePictures() throws IOException {
    for (String picture : List.of(CardReport.CONFUSION, CardReport.RELIABILITY)) {
      assertThat(Files.readAllBytes(directory.resolve(picture)))
          .startsWith(0x89, 'P', 'N', 'G')
          .hasSizeGreaterThan(5000);
    }
  }

  @Test
  void wholeModelHasNoProblems() {
    assertThat(ModelCheck.problems(directory)).isEmpty();
  }

  @Test
  void tamperingIsSeen(@TempDir Path copy) throws IOException {
    for (String name : List.of("card.json", ModelStore.WEIGHTS, ModelStore.VOCABULARY)) {
      Files.copy(directory.resolve(name), copy.resolve(name));
    }
    String card = Files.readString(copy.resolve("card.json"));
    Files.writeString(
        copy.resolve("card.json"), card.replaceAll("\"dsShare\" : 0\\.\\d", "\"dsShare\" : 0.99"));
    assertThat(ModelCheck.problems(copy)).anyMatch(problem -> problem.contains("not repeated"));
    Files.writeString(
        copy.resolve(ModelStore.VOCABULARY),
        "extra\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    assertThat(ModelCheck.problems(copy)).singleElement().asString().contains("vocabulary");
  }
}
