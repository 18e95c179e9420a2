package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.network.Architectures;
import dev.truerole.classifier.network.PretrainedNetwork;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.PostingBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The encoder against numbers made elsewhere: ids by Hugging Face's tokenizers 0.21, means of the
 * last hidden states by ONNX Runtime 1.22 on the artifact's own ONNX file.
 */
class PretrainedEncoderTest {

  private static final PretrainedEncoder ENCODER = load();

  private static PretrainedEncoder load() {
    try {
      return PretrainedEncoder.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> references() throws IOException {
    try (InputStream in = PretrainedEncoderTest.class.getResourceAsStream("minilm.jsonl")) {
      ObjectMapper json = new ObjectMapper();
      return json.readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
    }
  }

  @TestFactory
  List<DynamicTest> wordPiecesAreTheReferences() throws IOException {
    return references().stream()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    reference.get("text").asText(),
                    () -> assertThat(ids(reference)).containsExactly(expectedIds(reference))))
        .toList();
  }

  private static int[] ids(JsonNode reference) {
    PostingBody body = PostingBody.ofPlainText(reference.get("text").asText());
    List<Segment> segments = Segmenter.load().segment(body);
    assertThat(segments).hasSize(1);
    return ENCODER.wordpieces().ids(segments.get(0));
  }

  private static int[] expectedIds(JsonNode reference) {
    JsonNode ids = reference.get("ids");
    int[] expected = new int[ids.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = ids.get(i).asInt();
    }
    return expected;
  }

  /** With padding behind the text, as in a batch. */
  @Test
  void meansAreTheReferences() throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      Block network = network(manager, 0);
      ENCODER.fill((PretrainedNetwork) network);
      Block encoder =
          network.getChildren().values().stream()
              .filter(child -> child.getClass().getSimpleName().equals("TransformerEncoder"))
              .findFirst()
              .orElseThrow();
      for (JsonNode reference : references()) {
        int[] ids = expectedIds(reference);
        long[] padded = new long[ids.length + 3];
        for (int i = 0; i < ids.length; i++) {
          padded[i] = ids[i];
        }
        NDList inputs =
            new NDList(
                manager.create(padded, new Shape(1, padded.length)),
                manager.create(new float[] {ids.length}, new Shape(1, 1)));
        NDArray mean =
            encoder.forward(new ParameterStore(manager, false), inputs, false).singletonOrThrow();
        float[] expected = new float[reference.get("mean").size()];
        for (int i = 0; i < expected.length; i++) {
          expected[i] = reference.get("mean").get(i).floatValue();
        }
        assertThat(mean.toFloatArray())
            .containsExactly(expected, org.assertj.core.data.Offset.offset(1e-4f));
      }
    }
  }

  @Test
  void roleNamesAreMasked() {
    List<Segment> segments =
        Segmenter.load()
            .segment(PostingBody.ofPlainText("We want a senior data scientist who ships."));
    int mask = 103;
    assertThat(ENCODER.wordpieces().ids(segments.get(0)))
        .containsExactly(101, 2057, 2215, 1037, mask, 2040, 3719, 1012, 102);
  }

  @Test
  void longSegmentsAreCut() {
    String text = "models ".repeat(400).strip();
    List<Segment> segments = Segmenter.load().segment(PostingBody.ofPlainText(text));
    assertThat(segments)
        .allSatisfy(
            segment -> assertThat(ENCODER.wordpieces().ids(segment)).hasSizeLessThanOrEqualTo(256));
  }

  @Test
  void missingArtifactSaysHowToFetchIt(@TempDir Path directory) {
    Path jar = directory.resolve("no.jar");
    assertThatThrownBy(() -> PretrainedEncoder.load(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(jar.toString())
        .hasMessageContaining("mvn dependency:get")
        .hasMessageContaining(PretrainedEncoder.ARTIFACT);
  }

  @Test
  void anotherEncoderIsRefused(@TempDir Path directory) throws IOException {
    Path jar = jar(directory, Map.of("all-minilm-l6-v2.onnx", "something else"));
    assertThatThrownBy(() -> PretrainedEncoder.load(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another encoder");
  }

  @Test
  void jarWithoutAnEncoderIsRefused(@TempDir Path directory) throws IOException {
    Path jar = jar(directory, Map.of("README", "nothing"));
    assertThatThrownBy(() -> PretrainedEncoder.load(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("all-minilm-l6-v2.onnx");
  }

  private static Path jar(Path directory, Map<String, String> entries) throws IOException {
    Path jar = directory.resolve("encoder.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static Block network(NDManager manager, int frozen) {
    Map<String, Double> values = new HashMap<>(Architectures.named("minilm").defaults());
    values.put("frozenLayers", (double) frozen);
    return Architectures.initialized("minilm", 5, PostingEncoder.MARKS, values, manager);
  }
}
