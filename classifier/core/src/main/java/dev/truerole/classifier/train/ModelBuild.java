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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a model directory from a corpus: cross-validation for figures and calibration, training on
 * all of it or all but a fold held out, and a card that says how. Use once.
 */
public final class ModelBuild {

  /** Every figure measured on the way, beside the card. */
  public static final String METRICS = "metrics.json";

  private static final String CHECKPOINT = ".checkpoint";

  /** The ids of the postings a fold held out, for {@code --exclude} and for measuring again. */
  static final String HELD_OUT = "held-out.jsonl";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final RoleTrainer trainer;
  private final Corpus corpus;
  private final ModelExaminer examiner;
  private final Map<String, Evaluation> figures = new LinkedHashMap<>();
  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private Calibration calibration = Calibration.NONE;
  private List<CorpusPosting> taught;
  private List<CorpusPosting> heldOut = List.of();
  private String heldOutName = "";

  /** A build by one trainer from one corpus. */
  public ModelBuild(RoleTrainer trainer, Corpus corpus) {
    this(trainer, corpus, ModelExaminer.NONE);
  }

  /** The same with an examiner, whose findings go into the metrics. */
  public ModelBuild(RoleTrainer trainer, Corpus corpus, ModelExaminer examiner) {
    this.examiner = examiner;
    this.trainer = trainer;
    this.corpus = corpus;
    this.taught = corpus.postings();
  }

  /**
   * Measures the plan by cross-validation and takes the calibration from it.
   *
   * @param folds how many; 0 skips it and leaves the model uncalibrated
   */
  public void crossValidate(int folds) {
    if (folds > 0) {
      CrossValidation run =
          CrossValidation.run(corpus.postings(), trainer, folds, Set.of(), examiner::fold);
      calibration = run.calibration();
      figures.put(folds + "-fold cross-validation", run.calibrated());
      figures.put("the same, uncalibrated", run.pooled());
      figures.put("title rule", Evaluator.titles(run.postings()));
      metrics.putAll(examiner.ofFolds(run));
    }
  }

  /**
   * Keeps a fold out of training, measures the model on it and takes the calibration from it: one
   * training instead of one for each fold, for networks that learn slowly. A student may be taught
   * by such a model and still be measured on the fold.
   *
   * @param fold from 1 to {@code folds}
   * @throws IllegalArgumentException if there is no such fold
   */
  public void holdOut(int folds, int fold) {
    if (fold < 1 || fold > folds) {
      throw new IllegalArgumentException("there is no fold " + fold + " of " + folds);
    }
    Folds split = Folds.of(corpus.postings(), folds, trainer.plan().seed());
    heldOut = split.held(fold - 1);
    heldOutName = "fold " + fold + " of " + folds + ", held out, uncalibrated";
    taught = split.rest(fold - 1);
  }

  /**
   * Trains on the corpus, less a fold held out, and writes the directory.
   *
   * @param directory made if need be; holds the checkpoint while training runs
   * @param name what answers call the model
   * @param command that made it, for the card
   * @param files read, for the card
   * @return the figures measured on the way, by what they were measured on
   * @throws IOException if the directory cannot be written
   */
  public Map<String, Evaluation> train(
      Path directory, String name, String command, List<Path> files) throws IOException {
    Files.createDirectories(directory);
    try (TrainedModel trained = trainer.train(taught, directory.resolve(CHECKPOINT))) {
      measureHeldOut(trained);
      metrics.put("calibration", calibration);
      trained.calibrate(calibration);
      trained.save(directory);
      saveHeldOut(directory);
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
              data(files),
              versions(),
              headline(),
              List.of());
      ModelStore.saveCard(directory, card);
    }
    ModelStore.recordSamples(directory, Samples.texts());
    try (RoleModel model = RoleModel.open(directory)) {
      metrics.putAll(examiner.ofModel(model));
    }
    Files.writeString(directory.resolve(METRICS), JSON.writeValueAsString(metrics) + "\n");
    return figures;
  }

  private void measureHeldOut(TrainedModel trained) {
    if (!heldOut.isEmpty()) {
      List<Prediction> predictions = predict(trained, heldOut);
      calibration = Calibration.fit(predictions, labels(heldOut));
      figures.put(heldOutName, Evaluator.evaluate(predictions, labels(heldOut)));
      figures.put("title rule", Evaluator.titles(heldOut));
    }
  }

  /** By id: where folds fall depends on how texts are cut, and that may change. */
  private void saveHeldOut(Path directory) throws IOException {
    if (!heldOut.isEmpty()) {
      StringBuilder ids = new StringBuilder();
      for (CorpusPosting posting : heldOut) {
        ids.append(
            new ObjectMapper().writeValueAsString(Map.of("id", posting.posting().id().text())));
        ids.append('\n');
      }
      Files.writeString(directory.resolve(HELD_OUT), ids);
    }
  }

  private void measureHeld(TrainedModel trained) {
    if (!trained.held().isEmpty()) {
      List<Prediction> predictions = predict(trained, trained.held());
      figures.put("kept back, to stop by", Evaluator.evaluate(predictions, labels(trained.held())));
    }
  }

  private static List<Prediction> predict(TrainedModel trained, List<CorpusPosting> postings) {
    try (RoleModel model = trained.toModel("held")) {
      return model.predict(postings.stream().map(CorpusPosting::segments).toList());
    }
  }

  private static List<Label> labels(List<CorpusPosting> postings) {
    return postings.stream().map(CorpusPosting::labelled).toList();
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

  private Map<String, Object> data(List<Path> files) throws IOException {
    Map<String, Object> data = new TreeMap<>();
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : regularFiles(files)) {
      hashes.put(String.valueOf(file.getFileName()), ModelStore.sha256(file));
    }
    data.put("filesSha256", hashes);
    List<Label> labels =
        taught.stream().map(CorpusPosting::lesson).filter(Objects::nonNull).toList();
    data.put("postings", taught.size());
    data.put("labelled", labels.size());
    data.put(
        "labelsByRole",
        new TreeMap<>(
            labels.stream()
                .collect(
                    Collectors.groupingBy(label -> label.role().id(), Collectors.counting()))));
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
