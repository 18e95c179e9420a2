package dev.truerole.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The training plan: defaults, changed by a file, changed by flags. */
final class PlanMixin {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "A JSON file with any of the values below, such as the 'plan' of a model card.")
  private @Nullable Path file;

  @Option(names = "--architecture", paramLabel = "NAME", description = "Default: bag.")
  private @Nullable String architecture;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A hyperparameter of the architecture, such as dimensions=64.")
  private Map<String, Double> hyperparameters = new HashMap<>();

  @Option(names = "--seed", paramLabel = "N", description = "Same seed on a CPU, same weights.")
  private @Nullable Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the labels, at most; 0 chooses by their number. Default: 0.")
  private @Nullable Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Postings a step.")
  private @Nullable Integer batch;

  @Option(names = "--learning-rate", paramLabel = "RATE", description = "At its height.")
  private @Nullable Double learningRate;

  @Option(
      names = "--encoder-rate",
      paramLabel = "SHARE",
      description = "A pre-trained encoder's share of the learning rate.")
  private @Nullable Double encoderRate;

  @Option(
      names = "--max-gradient",
      paramLabel = "NORM",
      description = "Gradients are scaled down to this norm; 0 leaves them.")
  private @Nullable Double maxGradient;

  @Option(
      names = "--freeze-layers",
      paramLabel = "N",
      description = "How many of a pre-trained encoder's layers stay as they are.")
  private @Nullable Double frozenLayers;

  @Option(names = "--weight-decay", paramLabel = "X", description = "Of the layers.")
  private @Nullable Double weightDecay;

  @Option(
      names = "--word-dropout",
      paramLabel = "X",
      description = "Share of words left out at each reading.")
  private @Nullable Double wordDropout;

  @Option(
      names = "--teacher-weight",
      paramLabel = "X",
      description = "Of a teacher's word beside the labels.")
  private @Nullable Double teacherWeight;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      description =
          "Share of labels kept back to stop early by. Default: 0, trains on all of them.")
  private @Nullable Double validation;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Epochs without a better validation loss before stopping.")
  private @Nullable Integer patience;

  @Option(
      names = "--word-vectors",
      negatable = true,
      description = "Learn word vectors from all texts first. Default: yes.")
  private @Nullable Boolean wordVectors;

  /**
   * The plan.
   *
   * @throws UsageException if the file is no plan, or cannot be read
   */
  TrainingPlan plan() {
    try {
      ObjectNode stated = JSON.createObjectNode();
      if (file != null) {
        JSON.readerForUpdating(stated).readValue(Files.readString(file));
      }
      put(stated, "architecture", architecture);
      ObjectNode values = JSON.valueToTree(defaults(stated.path("architecture").asText("")));
      values.setAll(stated);
      put(values, "seed", seed);
      put(values, "epochs", epochs);
      put(values, "batch", batch);
      put(values, "learningRate", learningRate);
      put(values, "encoderRate", encoderRate);
      put(values, "maxGradient", maxGradient);
      put(values, "weightDecay", weightDecay);
      put(values, "wordDropout", wordDropout);
      put(values, "teacherWeight", teacherWeight);
      put(values, "validation", validation);
      put(values, "patience", patience);
      put(values, "wordVectors", wordVectors);
      ObjectNode changed = values.withObjectProperty("hyperparameters");
      hyperparameters.forEach(changed::put);
      put(changed, "frozenLayers", frozenLayers);
      return JSON.treeToValue(values, TrainingPlan.class);
    } catch (JsonProcessingException e) {
      throw new UsageException("this is no training plan: " + reason(e), e);
    } catch (IOException e) {
      throw new UsageException("the plan cannot be read: " + Main.reason(e), e);
    }
  }

  private static TrainingPlan defaults(String architecture) {
    try {
      return architecture.isEmpty() ? TrainingPlan.defaults() : TrainingPlan.defaults(architecture);
    } catch (IllegalArgumentException e) {
      throw new UsageException("this is no training plan: " + Main.reason(e), e);
    }
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof PropertyBindingException unknown) {
      return "there is no '"
          + unknown.getPropertyName()
          + "'; its values are "
          + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    }
    if (e instanceof MismatchedInputException bad && !bad.getPath().isEmpty()) {
      return "'" + bad.getPath().get(0).getFieldName() + "': " + e.getOriginalMessage();
    }
    return e.getCause() instanceof IllegalArgumentException invalid
        ? Main.reason(invalid)
        : e.getOriginalMessage();
  }

  private static void put(ObjectNode values, String name, @Nullable Object value) {
    if (value != null) {
      values.set(name, JSON.valueToTree(value));
    }
  }
}
