package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.network.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that comes with the product. */
class ShippedModelsTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-3);

  static List<Path> models() throws IOException {
    try (Stream<Path> below = Files.list(Shipped.MODELS)) {
      return below.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void thereIsARoleModel() throws IOException {
    assertThat(models()).contains(Shipped.ROLE_MODEL);
  }

  @ParameterizedTest
  @MethodSource("models")
  void cardFitsTheFiles(Path directory) throws IOException {
    ModelCard card = ModelStore.card(directory);
    assertThat(card.weightsSha256())
        .isEqualTo(ModelStore.sha256(directory.resolve(ModelStore.WEIGHTS)));
    assertThat(card.vocabularySha256())
        .isEqualTo(ModelStore.sha256(directory.resolve(ModelStore.VOCABULARY)));
    assertThat(card.hyperparameters())
        .containsOnlyKeys(Architectures.named(card.architecture()).defaults().keySet());
    assertThat(card.name()).isNotBlank();
    assertThat(card.command()).isNotBlank();
    assertThat(card.versions()).containsKeys("java", "djl", "engine");
    assertThat(ModelStore.vocabulary(directory, card).size()).isEqualTo(card.features());
  }

  @ParameterizedTest
  @MethodSource("models")
  void recordedSamplesAreRepeated(Path directory) {
    ModelCard card = ModelStore.card(directory);
    assertThat(card.samples()).hasSizeGreaterThanOrEqualTo(3);
    try (RoleModel model = RoleModel.open(directory)) {
      assertThat(model.name()).isEqualTo(card.name());
      for (ModelCard.Sample recorded : card.samples()) {
        ModelCard.Sample repeated = ModelStore.sample(model, recorded.text());
        assertThat(repeated.dsShare()).isCloseTo(recorded.dsShare(), CLOSE);
        assertThat(repeated.probabilities()).containsOnlyKeys(recorded.probabilities().keySet());
        recorded
            .probabilities()
            .forEach(
                (role, probability) ->
                    assertThat(repeated.probabilities().get(role)).isCloseTo(probability, CLOSE));
      }
    }
  }
}
