package dev.truerole.classifier.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.network.PretrainedNetwork;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.PostingBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Model directories: {@code card.json}, {@code vocabulary.txt} and {@code weights.safetensors}
 * (half precision, named by parameter). A card that does not fit the files is refused.
 */
public final class ModelStore {

  /** The card of a model directory. */
  public static final String CARD = "card.json";

  /** Its vocabulary, one feature a line. */
  public static final String VOCABULARY = "vocabulary.txt";

  /** Its weights. */
  public static final String WEIGHTS = "weights.safetensors";

  private static final long MAX_WEIGHTS = 512L << 20;
  private static final long MAX_VOCABULARY = 64L << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private ModelStore() {}

  /**
   * Writes weights and vocabulary; {@link #saveCard} completes the directory.
   *
   * @throws IOException if the directory cannot be written
   */
  public static void saveFiles(Path directory, Block block, Vocabulary vocabulary)
      throws IOException {
    Files.createDirectories(directory);
    vocabulary.save(directory.resolve(VOCABULARY));
    try (NDManager manager = NDManager.newBaseManager();
        OutputStream out = Files.newOutputStream(directory.resolve(WEIGHTS))) {
      NDList weights = new NDList();
      for (Pair<String, Parameter> named : ownParameters(block)) {
        NDArray copy = named.getValue().getArray().toType(DataType.FLOAT16, true);
        copy.attach(manager);
        copy.setName(plainName(named.getKey()));
        weights.add(copy);
      }
      weights.encode(out, NDList.Encoding.SAFETENSORS);
    }
  }

  /**
   * Writes the card.
   *
   * @throws IOException if it cannot be written
   */
  public static void saveCard(Path directory, ModelCard card) throws IOException {
    Files.writeString(directory.resolve(CARD), JSON.writeValueAsString(card) + "\n");
  }

  /**
   * Adds to the card what the finished model says of some texts, so that it can be seen to say the
   * same elsewhere.
   *
   * @throws IOException if the card cannot be written
   */
  public static void recordSamples(Path directory, List<String> texts) throws IOException {
    ModelCard card = card(directory);
    try (RoleModel model = RoleModel.open(directory)) {
      List<ModelCard.Sample> samples = texts.stream().map(text -> sample(model, text)).toList();
      saveCard(directory, card.withSamples(samples));
    }
  }

  /** What a model says of a text, as a card records it. */
  public static ModelCard.Sample sample(RoleModel model, String text) {
    List<Segment> segments = Segmenter.load().segment(PostingBody.ofPlainText(text));
    Prediction prediction = model.predict(List.of(segments)).get(0);
    Map<String, Double> byId = new TreeMap<>();
    prediction.probabilities().forEach((role, value) -> byId.put(role.id(), value));
    return new ModelCard.Sample(text, prediction.dsShare(), byId);
  }

  /**
   * Reads the card.
   *
   * @throws ModelException if there is none, or none that can be read
   */
  public static ModelCard card(Path directory) {
    Path file = directory.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          directory, "there is no " + CARD + "; train a model with 'truerole train --output DIR'");
    }
    try {
      ModelCard card = JSON.readValue(Files.readString(file), ModelCard.class);
      if (card == null) {
        throw new ModelException(directory, CARD + " is no model card but null");
      }
      return card;
    } catch (JsonProcessingException e) {
      throw new ModelException(directory, CARD + " is no model card: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ModelException(directory, CARD + " cannot be read", e);
    }
  }

  /**
   * Reads the vocabulary after checking it against the card.
   *
   * @throws ModelException if it does not fit
   */
  static Vocabulary vocabulary(Path directory, ModelCard card) {
    check(directory, VOCABULARY, card.vocabularySha256(), MAX_VOCABULARY);
    try {
      Vocabulary vocabulary = Vocabulary.load(directory.resolve(VOCABULARY));
      if (vocabulary.size() != card.features()) {
        throw new ModelException(
            directory,
            "the card speaks of "
                + card.features()
                + " features, "
                + VOCABULARY
                + " has "
                + vocabulary.size());
      }
      return vocabulary;
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException(directory, VOCABULARY + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Fills a block's parameters from the weights file after checking it against the card.
   *
   * @throws ModelException if a weight is missing, of another shape or the file is not the card's
   */
  static void load(Path directory, ModelCard card, Block block) {
    check(directory, WEIGHTS, card.weightsSha256(), MAX_WEIGHTS);
    try (NDManager scratch = NDManager.newBaseManager()) {
      NDList weights = NDList.decode(scratch, Files.readAllBytes(directory.resolve(WEIGHTS)));
      for (Pair<String, Parameter> named : ownParameters(block)) {
        String name = plainName(named.getKey());
        NDArray array = weights.get(name);
        if (array == null) {
          throw new ModelException(directory, "weight '" + name + "' is missing");
        }
        NDArray parameter = named.getValue().getArray();
        if (!array.getShape().equals(parameter.getShape())) {
          throw new ModelException(
              directory,
              "weight '" + name + "' is " + array.getShape() + ", not " + parameter.getShape());
        }
        // PyTorch keeps gradients on every thread but the one that loaded it, unless told not to.
        parameter.setRequiresGradient(false);
        NDArray full = array.toType(DataType.FLOAT32, false);
        parameter.muli(0).addi(full.toDevice(parameter.getDevice(), false));
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new ModelException(directory, WEIGHTS + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** All parameters but the frozen ones of a pre-trained encoder: those are found elsewhere. */
  private static List<Pair<String, Parameter>> ownParameters(Block block) {
    Collection<Parameter> pretrained =
        block instanceof PretrainedNetwork network
            ? network.encoderParameters().values()
            : List.of();
    return StreamSupport.stream(block.getParameters().spliterator(), false)
        .filter(
            named -> named.getValue().requiresGradient() || !pretrained.contains(named.getValue()))
        .toList();
  }

  /** DJL numbers child blocks ("01head_scopeBias"): the number is no part of a weight's name. */
  static String plainName(String parameter) {
    return parameter.replaceFirst("^\\d+", "");
  }

  /** The SHA-256 of a file in a model directory, in hex. */
  public static String sha256(Path file) throws IOException {
    return sha256(Files.readAllBytes(file));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(Path directory, String name, String sha256, long maxBytes) {
    Path file = directory.resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw new ModelException(directory, name + " is missing");
      }
      if (Files.size(file) > maxBytes) {
        throw new ModelException(directory, name + " is larger than " + maxBytes + " bytes");
      }
      if (!sha256(file).equals(sha256)) {
        throw new ModelException(directory, name + " is not the file that " + CARD + " describes");
      }
    } catch (IOException e) {
      throw new ModelException(directory, name + " cannot be read", e);
    }
  }
}
