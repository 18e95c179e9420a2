package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.Shipped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory in which anything does not fit is refused, by name and with the reason. */
class ModelStoreTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @BeforeEach
  void copyAModel() throws IOException {
    for (String name : List.of(ModelStore.CARD, ModelStore.VOCABULARY, ModelStore.WEIGHTS)) {
      Files.copy(Shipped.ROLE_MODEL.resolve(name), directory.resolve(name));
    }
  }

  @Test
  void copyOfAModelOpens() {
    try (RoleModel model = RoleModel.open(directory)) {
      assertThat(model.name()).isEqualTo(ModelStore.card(directory).name());
    }
  }

  @Test
  void missingCardIsRefused() throws IOException {
    Files.delete(directory.resolve(ModelStore.CARD));
    refused("there is no card.json");
  }

  @Test
  void missingDirectoryIsRefused() {
    assertThatThrownBy(() -> RoleModel.open(directory.resolve("nowhere")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "12", "not json", "{\"name\": 1, \"colour\": 2}"})
  void brokenCardIsRefused(String json) throws IOException {
    Files.writeString(directory.resolve(ModelStore.CARD), json);
    refused("card.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "architecture",
        "hyperparameters",
        "weightsSha256",
        "vocabularySha256",
        "features"
      })
  void cardWithoutAFieldIsRefused(String field) throws IOException {
    card(card -> card.remove(field));
    refused("");
  }

  @Test
  void tamperedWeightsAreRefused() throws IOException {
    append(ModelStore.WEIGHTS);
    refused("weights.safetensors is not the file that card.json describes");
  }

  @Test
  void tamperedVocabularyIsRefused() throws IOException {
    append(ModelStore.VOCABULARY);
    refused("vocabulary.txt is not the file that card.json describes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "vocabulary.txt"})
  void missingFileIsRefused(String name) throws IOException {
    Files.delete(directory.resolve(name));
    refused(name + " is missing");
  }

  @Test
  void wrongFeatureCountIsRefused() throws IOException {
    card(card -> card.put("features", 17));
    refused("the card speaks of 17 features");
  }

  @Test
  void unknownArchitectureIsRefused() throws IOException {
    card(card -> card.put("architecture", "forest"));
    refused("no architecture 'forest'");
  }

  @Test
  void missingHyperparameterIsRefused() throws IOException {
    card(card -> ((ObjectNode) card.get("hyperparameters")).remove("hidden"));
    refused("hidden");
  }

  @Test
  void missingWeightIsRefused() throws IOException {
    weights(
        array ->
            array.getName().equals("evidence_03head_scopeBias")
                ? array.getManager().create(1f)
                : array);
    refused("weight 'evidence_03head_scopeBias' is missing");
  }

  @Test
  void weightOfAnotherShapeIsRefused() throws IOException {
    weights(
        array -> {
          if (!array.getName().equals("evidence_03head_logSigma")) {
            return array;
          }
          NDArray longer = array.concat(array);
          longer.setName(array.getName());
          return longer;
        });
    refused("weight 'evidence_03head_logSigma' is (4), not (2)");
  }

  @Test
  void weightsThatAreNoTensorsAreRefused() throws IOException {
    Files.writeString(directory.resolve(ModelStore.WEIGHTS), "these are no tensors at all");
    card(card -> card.put("weightsSha256", hash(ModelStore.WEIGHTS)));
    refused("weights.safetensors cannot be read");
  }

  @Test
  void vocabularyWithAFeatureTwiceIsRefused() throws IOException {
    Path file = directory.resolve(ModelStore.VOCABULARY);
    List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
    lines.set(1, lines.get(0));
    Files.write(file, lines);
    card(card -> card.put("vocabularySha256", hash(ModelStore.VOCABULARY)));
    refused("feature stands twice");
  }

  @Test
  void cardIsReadAsItWasWritten() throws IOException {
    ModelCard card = ModelStore.card(directory);
    ModelStore.saveCard(directory, card);
    assertThat(ModelStore.card(directory)).isEqualTo(card);
  }

  @Test
  void exceptionCarriesTheDirectory() throws IOException {
    Files.delete(directory.resolve(ModelStore.CARD));
    assertThatThrownBy(() -> ModelStore.card(directory))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.directory()).isEqualTo(directory));
  }

  private void refused(String problem) {
    assertThatThrownBy(() -> RoleModel.open(directory).close())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining(problem);
  }

  private void append(String name) throws IOException {
    Files.writeString(directory.resolve(name), "x", StandardOpenOption.APPEND);
  }

  private void card(Consumer<ObjectNode> change) throws IOException {
    Path file = directory.resolve(ModelStore.CARD);
    ObjectNode card = (ObjectNode) JSON.readTree(Files.readString(file));
    change.accept(card);
    Files.writeString(file, card.toString());
  }

  /** Rewrites the weights, with a card that fits the new file. */
  private void weights(UnaryOperator<NDArray> change) throws IOException {
    Path file = directory.resolve(ModelStore.WEIGHTS);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList changed = new NDList();
      for (NDArray array : NDList.decode(manager, Files.readAllBytes(file))) {
        NDArray written = change.apply(array);
        if (written.getName() == null) {
          written.setName("renamed");
        }
        changed.add(written);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        changed.encode(out, NDList.Encoding.SAFETENSORS);
      }
    }
    card(card -> card.put("weightsSha256", hash(ModelStore.WEIGHTS)));
  }

  private String hash(String name) {
    try {
      return ModelStore.sha256(directory.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
