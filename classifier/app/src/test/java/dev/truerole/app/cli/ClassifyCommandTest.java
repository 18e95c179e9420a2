package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.ENGINEER;
import static dev.truerole.app.cli.Postings.GERMAN;
import static dev.truerole.app.cli.Postings.read;
import static dev.truerole.app.cli.Postings.row;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyCommandTest {

  private static final List<String> FIELDS =
      List.of(
          "id",
          "title",
          "role",
          "probabilities",
          "dsShare",
          "dsShareInterval",
          "titleRole",
          "evidence",
          "skills",
          "asks",
          "language",
          "warnings",
          "model");

  private static final List<String> ROLES =
      List.of("data_scientist", "ml_engineer", "hybrid", "other");

  @TempDir Path folder;

  @Test
  void onePostingGivesAReadableReport() {
    Cli.Result result = Cli.run("classify", posting());
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith(posting() + "\n")
        .contains("Machine Learning Engineer\n", "True role      ", "All roles      ")
        .contains("Required skills", "Python (3+ years)", "Kubernetes", "Preferred skills")
        .doesNotContain("\u001B", "\r");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void everyLineHoldsTheWholeContract() {
    Cli.Result result = Cli.run("classify", "--format", "jsonl", Cli.EXAMPLES);
    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSize(files(Cli.EXAMPLES).size());
    for (JsonNode answer : result.lines()) {
      List<String> names = names(answer);
      assertThat(names.subList(0, FIELDS.size())).isEqualTo(FIELDS);
      assertThat(names.subList(FIELDS.size(), names.size())).isSubsetOf("text");
      checkRole(answer);
      checkSpans(answer);
      assertThat(answer.get("warnings").isArray()).isTrue();
      assertThat(answer.get("model").asText()).isNotEmpty();
      assertThat(answer.get("language").asText()).isEqualTo("en");
    }
  }

  private static void checkRole(JsonNode answer) {
    JsonNode probabilities = answer.get("probabilities");
    assertThat(names(probabilities)).containsExactlyInAnyOrderElementsOf(ROLES);
    double sum = 0;
    double best = 0;
    for (JsonNode probability : probabilities) {
      assertThat(probability.asDouble()).isBetween(0.0, 1.0);
      sum += probability.asDouble();
      best = Math.max(best, probability.asDouble());
    }
    assertThat(sum).isEqualTo(1, within(1e-9));
    assertThat(probabilities.get(answer.get("role").asText()).asDouble()).isEqualTo(best);
    assertThat(answer.get("dsShare").asDouble()).isBetween(0.0, 1.0);
  }

  private static void checkSpans(JsonNode answer) {
    String text =
        answer.has("text") ? answer.get("text").asText() : read(Path.of(answer.get("id").asText()));
    assertThat(answer.get("evidence")).isNotEmpty();
    for (JsonNode item : answer.get("evidence")) {
      assertThat(names(item)).containsExactly("start", "end", "text", "side", "weight");
      assertThat(slice(text, item)).isEqualTo(item.get("text").asText()).isNotBlank();
      assertThat(item.get("side").asText())
          .isIn("data_scientist", "ml_engineer", "in_scope", "out_of_scope");
    }
    assertThat(answer.get("skills")).isNotEmpty();
    for (JsonNode skill : answer.get("skills")) {
      assertThat(names(skill))
          .containsExactly(
              "name", "kind", "level", "years", "listed", "alternatives", "reason", "mentions");
      assertThat(skill.get("level").asText()).isIn("required", "preferred", "mentioned");
      assertThat(skill.get("years").isNull() || skill.get("years").isInt()).isTrue();
      assertThat(skill.get("mentions")).isNotEmpty();
      for (JsonNode mention : skill.get("mentions")) {
        assertThat(names(mention)).containsExactly("start", "end", "text");
        assertThat(slice(text, mention)).isEqualTo(mention.get("text").asText()).isNotBlank();
      }
    }
  }

  private static String slice(String text, JsonNode span) {
    return text.substring(span.get("start").asInt(), span.get("end").asInt());
  }

  @Test
  void aPageCarriesItsText() {
    Path page = Cli.EXAMPLES.resolve("applied-scientist.html");
    JsonNode answer = Cli.run("classify", "--format", "jsonl", page).line();
    assertThat(answer.get("text").asText()).isNotBlank().doesNotContain("<");
    assertThat(answer.get("title").asText()).isNotBlank();
    Path text = Cli.EXAMPLES.resolve("bi-developer.txt");
    assertThat(Cli.run("classify", "--format", "jsonl", text).line().has("text")).isFalse();
  }

  @Test
  void offsetsCountUtf16UnitsOfTheTextAsGiven() {
    String text = "\uD83D\uDE80 We are growing \u2013 caf\u00E9 included.\r\n\r\n" + ENGINEER;
    Path rows = write(folder.resolve("rows.jsonl"), row("a", text));
    JsonNode answer = Cli.run("classify", "--format", "jsonl", "--all-evidence", rows).line();
    assertThat(answer.has("text")).isFalse();
    assertThat(answer.get("evidence")).isNotEmpty();
    Stream.of(answer.get("evidence"), answer.at("/skills/0/mentions"))
        .flatMap(ClassifyCommandTest::stream)
        .forEach(span -> assertThat(slice(text, span)).isEqualTo(span.get("text").asText()));
  }

  @Test
  void jsonIsAnArrayOfTheSameAnswers() {
    JsonNode array = Cli.json(Cli.run("classify", "--format", "json", Cli.EXAMPLES).out());
    List<JsonNode> lines = Cli.run("classify", "--format", "jsonl", Cli.EXAMPLES).lines();
    assertThat(stream(array).toList()).isEqualTo(lines);
  }

  @Test
  void csvHasARowForEachInput() {
    Path missing = folder.resolve("missing.txt");
    Cli.Result result = Cli.run("classify", "--format", "csv", Cli.EXAMPLES, missing);
    List<String> lines = result.out().lines().toList();
    assertThat(result.code()).isEqualTo(1);
    assertThat(lines).hasSize(2 + files(Cli.EXAMPLES).size());
    assertThat(lines.get(0)).startsWith("id,title,role,p_data_scientist,p_ml_engineer,p_hybrid,");
    assertThat(lines.get(0)).endsWith(",error_code,error_message");
    assertThat(lines.get(1)).contains("applied-scientist.html");
    assertThat(lines.get(lines.size() - 1)).contains("missing.txt", "unreadable_file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answers.txt|Required skills",
        "answers|Required skills",
        "answers.json|[ {",
        "ANSWERS.JSONL|{\"id\":",
        "answers.csv|id,title,role"
      })
  void theEndingOfTheOutputChoosesTheFormat(String name, String content) {
    Path output = folder.resolve(name);
    Cli.Result result = Cli.run("classify", "--output", output, posting());
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(read(output)).contains(content);
  }

  @Test
  void theFormatAskedForWinsOverTheEnding() {
    Path output = folder.resolve("answers.csv");
    assertThat(Cli.run("classify", "--format", "JSONL", "--output", output, posting()).code())
        .isZero();
    assertThat(Cli.jsonLines(read(output))).hasSize(1);
  }

  @Test
  void standardInputIsReadInAnyKind() {
    JsonNode text = Cli.runOn(ENGINEER, "classify", "--format", "jsonl", "-").line();
    assertThat(text.get("id").asText()).isEqualTo("-");
    assertThat(text.get("role").isNull()).isFalse();
    String rows = row(7, ENGINEER) + "\n" + row(ENGINEER) + "\n";
    List<JsonNode> lines = Cli.runOn(rows, "classify", "--format", "jsonl", "-").lines();
    assertThat(lines).extracting(line -> line.get("id").asText()).containsExactly("7", "-:2");
    Cli.Result empty = Cli.runOn("", "classify", "--format", "jsonl", "-");
    assertThat(empty.code()).isEqualTo(1);
    assertThat(empty.line().at("/error/code").asText()).isEqualTo("empty_text");
  }

  @Test
  void standardInputStandsAlone() {
    Cli.Result result = Cli.runOn(ENGINEER, "classify", "-", posting());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("standard input");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void everyInputGivesOneAnswerOrErrorInOrder() {
    Path mixed =
        write(
            folder.resolve("mixed.jsonl"),
            row("good", ENGINEER),
            "{\"id\": \"cut",
            row("empty", " \n"),
            "{\"id\":\"other\",\"body_of_text\":\"x\"}",
            "{\"id\":\"list\",\"description\":[\"x\"]}",
            row("huge", "We train models. ".repeat(70_000)),
            "",
            "[]",
            row("last", ENGINEER));
    Path binary = write(folder.resolve("binary.txt"), new byte[] {'P', 'K', 3, 4, 0, 0, 0});
    Path empty = write(folder.resolve("empty.txt"), new byte[0]);
    Path missing = folder.resolve("missing.txt");
    Path table = write(folder.resolve("wrong.csv"), "job,advert_nr", "Baker,7");
    Path bare = Postings.write(folder.resolve("none/readme.pdf"), new byte[] {1}).getParent();
    Cli.Result result =
        Cli.run(
            "classify", "--format", "jsonl", mixed, binary, empty, missing, table, bare, posting());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines())
        .extracting(line -> line.get("id").asText() + " " + line.at("/error/code").asText("ok"))
        .containsExactly(
            "good ok",
            mixed + ":2 malformed_json",
            "empty empty_text",
            "other missing_text",
            "list wrong_type",
            "huge text_too_long",
            mixed + ":8 malformed_json",
            "last ok",
            binary + " binary_file",
            empty + " empty_text",
            missing + " unreadable_file",
            table + " missing_column",
            bare + " no_postings",
            posting() + " ok");
    assertThat(result.lines().stream().filter(line -> line.has("error")))
        .allSatisfy(
            line -> {
              assertThat(names(line)).containsExactly("id", "error");
              assertThat(names(line.get("error"))).containsExactly("code", "message");
              assertThat(line.at("/error/message").asText()).contains(folder.toString());
            });
    assertThat(result.err()).contains("14 postings", "failed 11").doesNotContain("Exception");
  }

  @Test
  void goodRowsAreAnsweredAsIfTheBadOnesWereNotThere() {
    Path mixed = write(folder.resolve("a.jsonl"), "nonsense", row("a", ENGINEER), "{", "{}");
    Path clean = write(folder.resolve("b.jsonl"), row("a", ENGINEER));
    assertThat(Cli.run("classify", "--format", "jsonl", mixed).lines())
        .contains(Cli.run("classify", "--format", "jsonl", clean).line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "jsonl", "csv"})
  void failuresAppearInEveryFormat(String format) {
    Cli.Result result = Cli.run("classify", "--format", format, folder.resolve("missing.txt"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("missing.txt", "unreadable_file", "no such file");
  }

  @Test
  void wrongColumnsAreNamedAndMendedByTheOption() {
    Path table = write(folder.resolve("a.csv"), "nr,job,ad", "7,Baker,\"" + ENGINEER + "\"");
    Cli.Result wrong = Cli.run("classify", "--format", "jsonl", table);
    assertThat(wrong.line().at("/error/message").asText()).contains("nr, job, ad", "--text-column");
    Cli.Result right =
        Cli.run(
            "classify",
            "--format",
            "jsonl",
            "--text-column",
            "ad",
            "--id-column",
            "nr",
            "--title-column",
            "job",
            table);
    assertThat(right.code()).isZero();
    assertThat(right.line().get("id").asText()).isEqualTo("7");
    assertThat(right.line().get("title").asText()).isEqualTo("Baker");
  }

  @Test
  void longTextsAreReadOnRequest() {
    Path rows = write(folder.resolve("a.jsonl"), row("a", "We train models. ".repeat(70_000)));
    Cli.Result result = Cli.run("classify", "--format", "jsonl", "--max-chars", "2000000", rows);
    assertThat(result.code()).isZero();
    assertThat(result.line().get("role").isNull()).isFalse();
  }

  @Test
  void idsKeepTheirTypeAndMayRepeat() {
    Path rows =
        write(
            folder.resolve("a.jsonl"),
            row("7", ENGINEER),
            row(7, ENGINEER),
            row(7, ENGINEER),
            "{\"id\":12345678901234567890123,\"description\":\"short\"}",
            row(ENGINEER),
            "{\"id\":1.50,\"description\":\"\"}");
    String out = Cli.run("classify", "--format", "jsonl", rows).out();
    assertThat(out.lines().map(line -> line.substring(0, line.indexOf(",\""))))
        .containsExactly(
            "{\"id\":\"7\"",
            "{\"id\":7",
            "{\"id\":7",
            "{\"id\":12345678901234567890123",
            "{\"id\":\"" + rows + ":5\"",
            "{\"id\":1.50");
  }

  @Test
  void allEvidenceAddsUp() {
    for (Path example : files(Cli.EXAMPLES)) {
      JsonNode some = Cli.run("classify", "--format", "jsonl", example).line();
      JsonNode all = Cli.run("classify", "--format", "jsonl", "--all-evidence", example).line();
      long segments =
          stream(all.get("evidence")).map(ClassifyCommandTest::place).distinct().count();
      assertThat(all.get("evidence")).hasSize((int) (3 * segments));
      assertThat(stream(all.get("evidence")).toList())
          .containsAll(stream(some.get("evidence")).toList())
          .hasSizeGreaterThan(some.get("evidence").size());
      double scientist = sum(all, "data_scientist");
      double engineer = sum(all, "ml_engineer");
      double share = scientist / (scientist + engineer);
      // A small constant on both sides keeps the share of little evidence near one half.
      assertThat(all.get("dsShare").asDouble())
          .isBetween(Math.min(share, 0.5) - 1e-3, Math.max(share, 0.5) + 1e-3);
      assertThat(sum(all, "in_scope")).isNotNegative();
      assertThat(sum(all, "out_of_scope")).isNotPositive();
    }
  }

  @Test
  void evidenceComesStrongestFirst() {
    JsonNode answer = Cli.run("classify", "--format", "jsonl", "--all-evidence", posting()).line();
    List<Double> strengths =
        stream(answer.get("evidence"))
            .map(item -> -Math.abs(item.get("weight").asDouble()))
            .toList();
    assertThat(strengths).isSorted();
  }

  @Test
  void whatCannotBeJudgedIsAWarning() {
    Path rows =
        write(folder.resolve("a.jsonl"), row("de", GERMAN), row("short", "Data Scientist wanted"));
    Cli.Result result = Cli.run("classify", "--format", "jsonl", rows);
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .allSatisfy(
            line -> {
              assertThat(line.get("role").isNull()).isTrue();
              assertThat(line.get("probabilities").isNull()).isTrue();
              assertThat(line.get("dsShare").isNull()).isTrue();
              assertThat(line.get("evidence")).isEmpty();
            });
    assertThat(result.lines().get(0).get("warnings").toString()).contains("not_english");
    assertThat(result.lines().get(0).get("language").asText()).isEqualTo("de");
    assertThat(result.lines().get(1).get("warnings").toString()).contains("too_short");
    assertThat(result.err()).contains("not judged 2  failed 0");
  }

  @Test
  void foldersAndFilesComeInTheOrderGiven() {
    Path deep = write(folder.resolve("in/b/c.md"), ENGINEER);
    Path flat = write(folder.resolve("in/a.txt"), ENGINEER);
    Path first = write(folder.resolve("z.txt"), ENGINEER);
    Cli.Result result =
        Cli.run("classify", "--format", "jsonl", first, folder.resolve("in"), first);
    assertThat(result.lines())
        .extracting(line -> line.get("id").asText())
        .containsExactly(first.toString(), flat.toString(), deep.toString(), first.toString());
  }

  @Test
  void theSummaryCountsAndQuietIsQuiet() {
    Path rows = write(folder.resolve("a.jsonl"), row("a", ENGINEER), row("b", ENGINEER), "{");
    Cli.Result loud = Cli.run("classify", "--format", "jsonl", rows);
    assertThat(loud.err()).startsWith("3 postings in ").contains("failed 1").hasLineCount(1);
    Cli.Result quiet = Cli.run("classify", "--format", "jsonl", "--quiet", rows);
    assertThat(quiet.err()).isEmpty();
    assertThat(quiet.out()).isEqualTo(loud.out());
  }

  @Test
  void progressIsForThoseWhoWatchAndSeeNoAnswers() {
    Path rows = write(folder.resolve("a.jsonl"), row("a", ENGINEER), row("b", ENGINEER));
    Path output = folder.resolve("out.jsonl");
    assertThat(Cli.runAtTerminal("classify", "--output", output, rows).err()).contains("Postings");
    assertThat(read(output)).doesNotContain("\u001B");
    assertThat(Cli.runAtTerminal("classify", rows).err()).doesNotContain("Postings ", "\r");
    assertThat(Cli.runAtTerminal("classify", "--quiet", "--output", output, rows).err()).isEmpty();
    assertThat(Cli.run("classify", "--output", output, rows).err()).doesNotContain("Postings ");
  }

  @Test
  void colourIsForTerminals() {
    assertThat(Cli.run("classify", posting()).out()).doesNotContain("\u001B");
    boolean wanted = System.getenv("NO_COLOR") == null;
    assertThat(Cli.runAtTerminal("classify", posting()).out().contains("\u001B")).isEqualTo(wanted);
    assertThat(Cli.runAtTerminal("classify", "--format", "jsonl", posting()).out())
        .doesNotContain("\u001B");
  }

  @Test
  void postingsDoNotSpeakToTheTerminal() {
    Path rows =
        write(folder.resolve("a.jsonl"), row("\u001B[2Jevil", "\u001B[31m " + ENGINEER), "{");
    assertThat(Cli.run("classify", rows).out()).doesNotContain("\u001B");
  }

  @Test
  void unwritableOutputsAreExplained() {
    for (Path output : List.of(folder.resolve("no/such/a.jsonl"), folder)) {
      Cli.Result result = Cli.run("classify", "--output", output, posting());
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .startsWith("truerole: answers cannot be written: " + output)
          .hasLineCount(1);
    }
  }

  @Test
  void answersNeverOverwriteWhatIsRead() {
    Path input = write(folder.resolve("in/a.jsonl"), row("a", ENGINEER));
    String before = read(input);
    List<List<Path>> calls =
        List.of(
            List.of(input, input),
            List.of(folder.resolve("in/../in/a.jsonl"), input),
            List.of(folder.resolve("in/answers.jsonl"), input.getParent()));
    for (List<Path> call : calls) {
      Cli.Result result = Cli.run("classify", "--output", call.get(0), call.get(1));
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("--output", "write it elsewhere").hasLineCount(1);
    }
    assertThat(read(input)).isEqualTo(before);
    assertThat(folder.resolve("in/answers.jsonl")).doesNotExist();
  }

  @Test
  void answersThatDoNotArriveAreAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    for (String format : List.of("text", "json", "jsonl", "csv")) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console =
          new Console(
              InputStream.nullInputStream(),
              new PrintStream(full, true),
              Cli.print(err),
              false,
              false);
      String[] args = Cli.words("classify", "--format", format, posting());
      assertThat(Main.run(console, new Installation(Cli.HOME), args)).isEqualTo(1);
      assertThat(err.toString())
          .contains("answers cannot be written: standard output is closed or full")
          .hasLineCount(1);
    }
  }

  @Test
  void modelsThatAreNoneAreWrongUse() {
    Path bare = folder.resolve("bare");
    Path broken = write(folder.resolve("broken/card.json"), "{}").getParent();
    Path bad = write(folder.resolve("bad/card.json"), "no json").getParent();
    for (Path model : List.of(bare, broken, bad)) {
      Cli.Result result = Cli.run("classify", "--model", model, posting());
      assertThat(result.code()).as(model.toString()).isEqualTo(2);
      assertThat(result.err()).startsWith("truerole: model " + model + ": ").hasLineCount(1);
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void modelsThatDoNotFitTheirCardAreWrongUse() throws IOException {
    Path shipped = Cli.HOME.resolve("models/role");
    Path model = Files.createDirectories(folder.resolve("model"));
    for (String name : List.of("card.json", "vocabulary.txt", "weights.safetensors")) {
      Files.copy(shipped.resolve(name), model.resolve(name));
    }
    assertThat(Cli.run("classify", "--model", model, posting()).code()).isZero();
    byte[] weights = Files.readAllBytes(model.resolve("weights.safetensors"));
    weights[weights.length - 1] ^= 1;
    Files.write(model.resolve("weights.safetensors"), weights);
    Cli.Result result = Cli.run("classify", "--model", model, posting());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(model.toString(), "weights.safetensors");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "classify|Missing required parameter",
        "classify --format xml a.txt|--format",
        "classify --no-such-option a.txt|--no-such-option",
        "classify --max-chars 0 a.txt|--max-chars",
        "classify --max-chars many a.txt|--max-chars",
        "classify --device tpu a.txt|auto, cpu, gpu",
        "classify --device gpu:999 a.txt|gpu:999",
        "clasify a.txt|classify"
      })
  void wrongUseIsExplainedInALineOrTwo(String command, String message) {
    Cli.Result result = Cli.run(Arrays.stream(command.split(" ")).toArray());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("truerole: ").contains(message).doesNotContain("\tat ");
    assertThat(result.err().lines().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void noCommandShowsTheCommands() {
    Cli.Result result = Cli.run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("classify", "train", "evaluate");
    assertThat(result.out()).isEmpty();
  }

  private Path posting() {
    Path file = folder.resolve("posting.txt");
    return Files.exists(file) ? file : write(file, ENGINEER);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
      names.add(fields.next().getKey());
    }
    return names;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items.stream();
  }

  private static String place(JsonNode span) {
    return span.get("start") + "-" + span.get("end");
  }

  private static double sum(JsonNode answer, String side) {
    return stream(answer.get("evidence"))
        .filter(item -> item.get("side").asText().equals(side))
        .mapToDouble(item -> item.get("weight").asDouble())
        .sum();
  }
}
