package dev.truerole.classifier.train;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.truerole.classifier.model.ModelCard;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a model directory from a corpus: cross-validation for figures and calibration, training on
 * everything, and a card that says how. Use once.
 */
public final class ModelBuild {

  private static final String METRICS = "metrics.json";
  private static final String CHECKPOINT = ".checkpoint";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final RoleTrainer trainer;
  private final Map<String, Evaluation> figures = new LinkedHashMap<>();
  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private Calibration calibration = Calibration.NONE;

  /** A build by one trainer. */
  public ModelBuild(RoleTrainer trainer) {
    this.trainer = trainer;
  }

  /**
   * Measures the plan by cross-validation and takes the calibration from it.
   *
   * @param folds how many; 0 skips it and leaves the model uncalibrated
   */
  public void crossValidate(Corpus corpus, int folds) {
    if (folds > 0) {
      CrossValidation run = CrossValidation.run(corpus.postings(), trainer, folds, Set.of());
      calibration = run.calibration();
      figures.put(folds + "-fold cross-validation", run.calibrated());
      figures.put("the same, uncalibrated", run.pooled());
      figures.put("title rule", Evaluator.titles(run.postings()));
    }
    metrics.put("calibration", calibration);
  }

  /**
   * Trains on the whole corpus and writes the directory.
   *
   * @param directory made if need be; holds the checkpoint while training runs
   * @param name what answers call the model
   * @param command that made it, for the card
   * @param files read, for the card
   * @return the figures measured on the way, by what they were measured on
   * @throws IOException if the directory cannot be written
   */
  public Map<String, Evaluation> train(
      Corpus corpus, Path directory, String name, String command, List<Path> files)
      throws IOException {
    Files.createDirectories(directory);
    try (TrainedModel trained = trainer.train(corpus.postings(), directory.resolve(CHECKPOINT))) {
      trained.calibrate(calibration);
      trained.save(directory);
      measureHeld(trained);
      metrics.put("figures", figures);
      metrics.put("epochs", trained.history());
      ModelCard card =
          new ModelCard(
              name,
              trained.architecture(),
              trained.hyperparameters(),
              trained.features(),
              ModelStore.sha256(directory.resolve(ModelStore.WEIGHTS)),
              ModelStore.sha256(directory.resolve(ModelStore.VOCABULARY)),
              command,
              JSON.convertValue(trainer.plan(), new TypeReference<TreeMap<String, Object>>() {}),
              data(corpus, files),
              versions(),
              headline(),
              List.of());
      ModelStore.saveCard(directory, card);
      Files.writeString(directory.resolve(METRICS), JSON.writeValueAsString(metrics) + "\n");
    }
    ModelStore.recordSamples(directory, Samples.texts());
    return figures;
  }

  private void measureHeld(TrainedModel trained) {
    if (!trained.held().isEmpty()) {
      try (RoleModel model = trained.toModel("held")) {
        List<Prediction> predictions =
            model.predict(trained.held().stream().map(CorpusPosting::segments).toList());
        figures.put(
            "kept back, to stop by",
            Evaluator.evaluate(
                predictions, trained.held().stream().map(CorpusPosting::labelled).toList()));
      }
    }
  }

  private Map<String, Object> headline() {
    Map<String, Object> headline = new TreeMap<>();
    headline.put("calibration", calibration);
    figures.forEach(
        (name, evaluation) -> {
          Map<String, Object> values = new TreeMap<>();
          values.put("postings", evaluation.postings());
          values.put("macroF1", evaluation.macroF1());
          values.put("macroF1Low", evaluation.macroF1Low());
          values.put("macroF1High", evaluation.macroF1High());
          values.put("calibrationError", evaluation.calibrationError());
          values.put("shareError", evaluation.shareError());
          values.put("shareCorrelation", evaluation.shareCorrelation());
          headline.put(name, values);
        });
    return headline;
  }

  private static Map<String, Object> data(Corpus corpus, List<Path> files) throws IOException {
    Map<String, Object> data = new TreeMap<>();
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : regularFiles(files)) {
      hashes.put(String.valueOf(file.getFileName()), ModelStore.sha256(file));
    }
    data.put("filesSha256", hashes);
    data.put("postings", corpus.postings().size());
    data.put("labelled", corpus.taught().size());
    data.put(
        "labelsByRole",
        new TreeMap<>(
            corpus.taught().stream()
                .collect(
                    Collectors.groupingBy(
                        posting -> posting.taught().role().id(), Collectors.counting()))));
    return data;
  }

  private static List<Path> regularFiles(List<Path> files) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : files) {
      try (Stream<Path> below = Files.walk(file)) {
        below.filter(Files::isRegularFile).sorted().forEach(found::add);
      }
    }
    return found;
  }

  private static Map<String, String> versions() {
    return Map.of(
        "java", System.getProperty("java.version"),
        "engine", Engine.getInstance().getEngineName() + " " + Engine.getInstance().getVersion(),
        "djl", String.valueOf(Engine.getDjlVersion()));
  }
}
