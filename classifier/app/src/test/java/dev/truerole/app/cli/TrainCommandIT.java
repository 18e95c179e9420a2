package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.ENGINEER;
import static dev.truerole.app.cli.Postings.read;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training and measuring, from files to a model that answers. */
class TrainCommandIT {

  private static final Path POSTINGS = Cli.HOME.resolve("training-data/postings");
  private static final String WEIGHTS = "weights.safetensors";
  private static final String VOCABULARY = "vocabulary.txt";

  /** Every third posting, which keeps the roles in balance. */
  private static final int SAMPLE = 3;

  @TempDir static Path shared;

  /** Trained on all postings for two epochs. */
  private static Path model;

  private static Cli.Result training;

  /** A third of the postings as one file of JSON Lines. */
  private static Path sample;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    model = shared.resolve("my-model");
    training =
        Cli.run(
            Stream.of(
                    "train --data " + POSTINGS,
                    "--epochs 2 --seed 3 --validation 0.1 --output " + model)
                .flatMap(words -> Stream.of(words.split(" ")))
                .toArray());
    sample = write(shared.resolve("sample.jsonl"), sampled().toArray(String[]::new));
  }

  private static List<String> sampled() {
    List<String> all = lines();
    List<String> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += SAMPLE) {
      some.add(all.get(i));
    }
    return some;
  }

  private static List<String> lines() {
    try (Stream<Path> files = Files.list(POSTINGS)) {
      return files.sorted().flatMap(file -> read(file).lines()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void trainingSaysHowItGoes() {
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(training.out()).contains("kept back", "macro-F1", "ML Engineer");
    assertThat(training.err())
        .contains(lines().size() + " postings, " + lines().size() + " labelled")
        .contains("epoch  1 of 2  loss ", "epoch  2 of 2  loss ", "validation ")
        .contains("model written to " + model)
        .doesNotContain("\r", "\u001B");
  }

  @Test
  void theDirectoryHoldsTheModelAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(model)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "card.json",
              "CARD.md",
              "confusion.png",
              "figures.txt",
              "metrics.json",
              "reliability.png",
              VOCABULARY,
              WEIGHTS);
    }
  }

  @Test
  void aTrainedModelAnswers() {
    Path posting = write(folder.resolve("posting.txt"), ENGINEER);
    Cli.Result result = Cli.run("classify", "--format", "jsonl", "--model", model, posting);
    assertThat(result.code()).isZero();
    assertThat(result.line().get("model").asText()).isEqualTo("my-model");
    assertThat(result.line().get("role").isNull()).isFalse();
  }

  @Test
  void theCardSaysWhereTheModelComesFrom() throws IOException {
    JsonNode card = json(model.resolve("card.json"));
    assertThat(card.get("name").asText()).isEqualTo("my-model");
    assertThat(card.get("architecture").asText()).isEqualTo("bag");
    assertThat(card.at("/hyperparameters/dimensions").asDouble()).isPositive();
    assertThat(card.get("features").asInt())
        .isEqualTo(Files.readAllLines(model.resolve(VOCABULARY)).size());
    assertThat(card.get("weightsSha256").asText()).isEqualTo(sha256(model.resolve(WEIGHTS)));
    assertThat(card.get("vocabularySha256").asText()).isEqualTo(sha256(model.resolve(VOCABULARY)));
    assertThat(card.get("command").asText())
        .isEqualTo(
            "truerole train --data "
                + POSTINGS
                + " --epochs 2 --seed 3 --validation 0.1 --output "
                + model);
    assertThat(card.at("/plan/epochs").asInt()).isEqualTo(2);
    assertThat(card.at("/plan/seed").asInt()).isEqualTo(3);
    assertThat(card.at("/versions/djl").asText()).isNotEmpty();
    assertThat(card.at("/versions/engine").asText()).startsWith("PyTorch ");
    assertThat(card.at("/versions/java").asText()).isEqualTo(System.getProperty("java.version"));
    assertThat(card.get("samples")).isNotEmpty();
  }

  @Test
  void theCardSaysWhatWasRead() throws IOException {
    JsonNode data = json(model.resolve("card.json")).get("data");
    assertThat(data.get("postings").asInt()).isEqualTo(lines().size());
    assertThat(data.get("labelled").asInt()).isEqualTo(lines().size());
    Map<String, Integer> byRole = new TreeMap<>();
    lines().forEach(line -> byRole.merge(Cli.json(line).get("role").asText(), 1, Integer::sum));
    byRole.forEach(
        (role, count) -> assertThat(data.at("/labelsByRole/" + role).asInt()).isEqualTo(count));
    try (Stream<Path> files = Files.list(POSTINGS)) {
      for (Path file : files.toList()) {
        assertThat(data.get("filesSha256").get(file.getFileName().toString()).asText())
            .isEqualTo(sha256(file));
      }
    }
  }

  @Test
  void theMetricsKeepEveryEpoch() {
    JsonNode metrics = json(model.resolve("metrics.json"));
    assertThat(metrics.get("epochs")).hasSize(2);
    assertThat(metrics.at("/epochs/0/epoch").asInt()).isEqualTo(1);
    assertThat(metrics.at("/epochs/1/loss").asDouble()).isPositive();
    assertThat(metrics.at("/epochs/1/validationLoss").asDouble()).isPositive();
    assertThat(metrics.at("/calibration/sigma").asDouble()).isEqualTo(1);
  }

  @Test
  void aModelIsMeasuredBesideSimpleRules() {
    Cli.Result text = Cli.run("evaluate", "--data", POSTINGS, "--model", model);
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .contains("model my-model", "title rule", "majority role", "macro-F1", "ML Engineer");
    Cli.Result json = Cli.run("evaluate", "--data", POSTINGS, "--model", model, "--json");
    assertThat(json.code()).isZero();
    JsonNode figures = Cli.json(json.out());
    assertThat(figures.fieldNames())
        .toIterable()
        .containsExactly("model my-model", "title rule", "majority role", "speed");
    assertThat(figures.at("/speed/perSecond").asDouble()).isPositive();
    assertThat(text.out()).contains("Role only, steady state: ", " postings a second");
    assertThat(List.of("model my-model", "title rule", "majority role"))
        .extracting(figures::get)
        .allSatisfy(
            figure -> {
              assertThat(figure.get("postings").asInt()).isEqualTo(lines().size());
              assertThat(figure.get("macroF1").asDouble()).isBetween(0.0, 1.0);
              assertThat(figure.get("accuracy").asDouble()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void sameSeedSameBytesOtherSeedOthers() throws IOException {
    Path first = trained("first", "--seed", "7");
    Path second = trained("second", "--seed", "7");
    Path other = trained("other", "--seed", "8");
    for (String file : List.of(WEIGHTS, VOCABULARY)) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    assertThat(Files.mismatch(first.resolve(WEIGHTS), other.resolve(WEIGHTS))).isNotNegative();
  }

  @Test
  void aPlanMayBeAFileAndFlagsWin() {
    Path plan = write(folder.resolve("plan.json"), "{\"epochs\": 4, \"seed\": 7, \"batch\": 16}");
    Path planned = trained("planned", "--plan", plan, "--set", "dimensions=8");
    JsonNode card = json(planned.resolve("card.json"));
    assertThat(card.at("/plan/epochs").asInt()).isEqualTo(1);
    assertThat(card.at("/plan/seed").asInt()).isEqualTo(7);
    assertThat(card.at("/plan/batch").asInt()).isEqualTo(16);
    assertThat(card.at("/hyperparameters/dimensions").asInt()).isEqualTo(8);
    Path copied = write(folder.resolve("copied.json"), card.get("plan").toString());
    assertThat(trained("again", "--plan", copied).resolve(WEIGHTS))
        .hasSameBinaryContentAs(planned.resolve(WEIGHTS));
  }

  @Test
  void crossValidationCalibratesAndGoesToTheCard() {
    Path validated = trained("validated", "--folds", "2");
    JsonNode metrics = json(validated.resolve("metrics.json"));
    String figures = "/2-fold cross-validation";
    assertThat(metrics.at("/figures" + figures + "/postings").asInt()).isEqualTo(sampled().size());
    assertThat(metrics.at("/figures/title rule/macroF1").isNumber()).isTrue();
    JsonNode card = json(validated.resolve("card.json"));
    assertThat(card.at("/metrics" + figures + "/macroF1").asDouble()).isBetween(0.0, 1.0);
    assertThat(card.at("/metrics/calibration")).isEqualTo(metrics.get("calibration"));
    assertThat(read(validated.resolve("figures.txt"))).contains("macro-F1", "ML Engineer");
  }

  @Test
  void aPlanIsMeasuredByCrossValidation() {
    Cli.Result result =
        Cli.run("evaluate", "--data", sample, "--folds", "2", "--epochs", "1", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Cli.json(result.out()).fieldNames())
        .toIterable()
        .containsExactly(
            "2-fold cross-validation", "the same, uncalibrated", "title rule", "majority role");
  }

  @Test
  void aFoldMayBeMeasuredAloneAndWithFewerLessons() {
    Cli.Result result =
        Cli.run(
            "evaluate",
            "--data",
            sample,
            "--folds",
            "3",
            "--fold",
            "2",
            "--lesson-share",
            "0.5",
            "--epochs",
            "1");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("fold [2] of 3", "uncalibrated");
    assertThat(result.err()).contains("fold 2 of 3").doesNotContain("fold 1 of 3", "fold 3 of 3");
  }

  @Test
  void aFoldThatThereIsNotIsWrongUse() {
    Cli.Result result =
        Cli.run("evaluate", "--data", sample, "--folds", "3", "--fold", "4", "--epochs", "1");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--fold must be 1 to 3");
  }

  /** Lessons teach; with nothing else labelled there is nothing to measure by. */
  @Test
  void lessonsAloneTrainAndMeasureNothing() {
    List<String> bare = new ArrayList<>();
    for (String line : sampled()) {
      ObjectNode row = (ObjectNode) Cli.json(line);
      row.remove(List.of("role", "scope", "ds_share", "confidence"));
      bare.add(row.toString());
    }
    Path data = write(folder.resolve("data.jsonl"), bare.toArray(String[]::new));
    Path output = folder.resolve("model");
    Cli.Result trained =
        Cli.run("train", "--data", data, "--lessons", sample, "--epochs", "1", "--output", output);
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.err()).contains(sampled().size() + " labelled");
    Cli.Result measured =
        Cli.run("evaluate", "--data", data, "--lessons", sample, "--model", output);
    assertThat(measured.code()).isEqualTo(2);
    assertThat(measured.err()).contains("no posting has a label to measure by");
  }

  @Test
  void tablesAreTrainedOnAsWell() {
    List<String> columns =
        List.of("id", "title", "company", "scope", "ds_share", "confidence", "description");
    List<String> rows = new ArrayList<>(List.of(String.join(",", columns)));
    for (String line : sampled()) {
      JsonNode row = Cli.json(line);
      rows.add(
          columns.stream()
              .map(name -> "\"" + row.path(name).asText().replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(",")));
    }
    Path table = write(folder.resolve("table.csv"), rows.toArray(String[]::new));
    Path fromTable = folder.resolve("from-table");
    Cli.Result result = Cli.run("train", "--data", table, "--epochs", "1", "--output", fromTable);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err())
        .contains(sampled().size() + " postings, " + sampled().size() + " labelled");
    assertThat(fromTable.resolve(WEIGHTS))
        .hasSameBinaryContentAs(trained("from-lines").resolve(WEIGHTS));
  }

  @Test
  void labelsMayStandInAnotherFileAndPostingsBeLeftOut() {
    List<String> bare = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    for (String line : sampled()) {
      ObjectNode row = (ObjectNode) Cli.json(line);
      String id = "{\"id\":" + row.get("id");
      labels.add(id + ",\"role\":" + row.get("role") + "}");
      bare.add(row.without(List.of("role", "scope", "ds_share", "confidence")).toString());
      excluded.add(id + "}");
    }
    Path data = write(folder.resolve("data.jsonl"), bare.toArray(String[]::new));
    Path labelled =
        write(folder.resolve("labels.jsonl"), labels.subList(0, 60).toArray(String[]::new));
    Path out = write(folder.resolve("out.jsonl"), excluded.subList(0, 6).toArray(String[]::new));
    Cli.Result result =
        Cli.run(
            "train",
            "--data",
            data,
            "--labels",
            labelled,
            "--exclude",
            out,
            "--epochs",
            "1",
            "--output",
            folder.resolve("labelled"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains((bare.size() - 6) + " postings, 54 labelled");
  }

  @Test
  void rowsThatCannotBeUsedAreNamedAndLeftOut() {
    List<String> rows = new ArrayList<>(sampled());
    rows.add("{broken");
    rows.add("{\"id\":\"odd\",\"role\":\"baker\",\"description\":\"We bake.\"}");
    Path data = write(folder.resolve("data.jsonl"), rows.toArray(String[]::new));
    Cli.Result result =
        Cli.run("train", "--data", data, "--epochs", "1", "--output", folder.resolve("model"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("left out: " + data + ":" + (rows.size() - 1))
        .contains("left out: odd", "baker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--set bogus=3|dimensions",
        "--set dimensions=many|--set",
        "--architecture none|there is: bag",
        "--plan missing.json|missing.json: no such file",
        "--epochs -1|epochs must not be negative",
        "--learning-rate 2|learningRate",
        "--folds 1|at least 2",
        "--folds -1|at least 2",
        "--labels missing.jsonl|missing.jsonl",
        "--exclude missing.jsonl|missing.jsonl",
        "--lessons missing.jsonl|missing.jsonl",
        "--encoder-rate 0|encoderRate",
        "--max-gradient -1|maxGradient",
        "--teacher-weight -1|teacherWeight",
        "--freeze-layers 2|frozenLayers",
        "--architecture minilm --freeze-layers 7|only 6 layers",
        "--data missing.jsonl|missing.jsonl",
        "--device tpu|tpu"
      })
  void wrongUseIsExplained(String options, String message) {
    Path output = folder.resolve("model");
    List<Object> args = new ArrayList<>(List.of("train", "--data", sample, "--output", output));
    args.addAll(Arrays.asList((Object[]) options.split(" ")));
    Cli.Result result = Cli.run(args.toArray());
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains("truerole: ", message).doesNotContain("\tat ");
    assertThat(output.resolve("card.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"epochz\": 1}|there is no 'epochz'",
        "{\"epochs\": \"many\"}|many",
        "[1]|no training plan",
        "no json|no training plan",
        "{\"seed\": null}|seed"
      })
  void filesThatAreNoPlanAreExplained(String content, String message) {
    Path plan = write(folder.resolve("plan.json"), content);
    Cli.Result result =
        Cli.run("train", "--data", sample, "--plan", plan, "--output", folder.resolve("model"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("truerole: ", message).hasLineCount(1);
  }

  @Test
  void withoutLabelsTheMessageSaysWhatToGive() {
    for (String command : List.of("train", "evaluate")) {
      List<Object> args = new ArrayList<>(List.of(command, "--data", Cli.EXAMPLES));
      if (command.equals("train")) {
        args.addAll(List.of("--output", folder.resolve("model")));
      }
      Cli.Result result = Cli.run(args.toArray());
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("has a label", "--labels", "ds_share");
    }
  }

  @Test
  void anOutputThatIsAFileIsExplained() {
    Path file = write(folder.resolve("taken"), "x");
    Cli.Result result = Cli.run("train", "--data", sample, "--epochs", "1", "--output", file);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("truerole: " + file + ": there is a file of that name");
  }

  @Test
  @Timeout(300)
  void aKilledRunGoesOnAndEndsInTheSameWeights() throws IOException, InterruptedException {
    Path killed = folder.resolve("killed");
    Object[] plan = {"--data", sample, "--epochs", "5", "--batch", "4", "--seed", "7"};
    killAfterTheSecondEpoch(killed, plan);
    assertThat(killed.resolve(WEIGHTS)).doesNotExist();
    Cli.Result resumed = Cli.run(command(killed, plan));
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("going on after epoch 2", "epoch  3 of 5");
    assertThat(resumed.err()).doesNotContain("epoch  1 of 5", "epoch  2 of 5");
    Path whole = folder.resolve("whole");
    Cli.Result uninterrupted = Cli.run(command(whole, plan));
    assertThat(uninterrupted.code()).as(uninterrupted.err()).isZero();
    assertThat(killed.resolve(WEIGHTS)).hasSameBinaryContentAs(whole.resolve(WEIGHTS));
    assertThat(killed.resolve(".checkpoint")).doesNotExist();
  }

  /** Ends a run in another process while it is in its third epoch. */
  private static void killAfterTheSecondEpoch(Path output, Object... plan)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dai.djl.offline=true",
                "-Dtruerole.home=" + Cli.HOME,
                Main.class.getName()));
    command.addAll(List.of(Cli.words(command(output, plan))));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      List<String> said = new ArrayList<>();
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (line.startsWith("epoch  2 of")) {
          break;
        }
      }
      Path state = output.resolve(".checkpoint").resolve("checkpoint.json");
      while (process.isAlive() && epochsIn(state) < 2) {
        Thread.onSpinWait();
      }
      assertThat(process.isAlive()).as(String.join("\n", said)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The epochs a checkpoint stands for; 0 while it is being written. */
  private static int epochsIn(Path state) throws IOException {
    try {
      return Files.exists(state) ? Cli.json(Files.readString(state)).path("epoch").asInt() : 0;
    } catch (NoSuchFileException | UncheckedIOException beingWritten) {
      return 0;
    }
  }

  private static Object[] command(Path output, Object... options) {
    List<Object> args = new ArrayList<>(List.of("train", "--output", output));
    args.addAll(List.of(options));
    return args.toArray();
  }

  /** A model trained on the sample for one epoch. */
  private Path trained(String name, Object... options) {
    Path output = folder.resolve(name);
    List<Object> args = new ArrayList<>(List.of("--data", sample, "--epochs", "1"));
    args.addAll(List.of(options));
    Cli.Result result = Cli.run(command(output, args.toArray()));
    assertThat(result.code()).as(result.err()).isZero();
    return output;
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(read(file));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
