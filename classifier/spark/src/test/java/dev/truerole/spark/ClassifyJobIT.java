package dev.truerole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.truerole.classifier.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyJobIT {

  private static final Path SOME = Answers.POSTINGS.resolve("industry.jsonl");

  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    spark = LocalSpark.session();
  }

  private Path run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    Path output = folder.resolve("out");
    all.addAll(List.of("--output", output.toString()));
    assertThat(ClassifyJob.run(() -> spark, all.toArray(String[]::new))).isZero();
    return output;
  }

  @Test
  void packedLinesGetTheCommandLinesAnswersWhateverIsWrongWithThem() throws IOException {
    Path file = folder.resolve("rows.jsonl.gz");
    String text = "\"description\": \"We bake bread and need a baker for the early shift.\"";
    List<String> lines = new ArrayList<>(Files.readAllLines(SOME));
    lines.add(0, "\uFEFF{\"id\": \"marked\", " + text + "}");
    lines.add(3, "");
    lines.add(7, "{\"id\": 12, \"title\": \"Data Scientist\", " + text + "}\r");
    lines.add(9, "{\"id\": \"page\", \"html\": \"<h1>Baker</h1><p>We bake bread.</p>\"}");
    lines.add(11, "{\"id\": \"no text\"}");
    lines.add(12, "{\"id\": \"half\", \"descri");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", lines).getBytes());
    }
    Path output = run("--input", file.toString(), "--format", "jsonl", "--partitions", "7");
    Map<String, JsonNode> answers = Answers.byId(Answers.lines(output));
    Map<String, JsonNode> expected = Answers.ofLibrary(file);
    assertThat(errorCode(answers.remove(file.toUri().toString()))).isEqualTo("malformed_json");
    assertThat(errorCode(expected.remove(file + ":13"))).isEqualTo("malformed_json");
    assertThat(errorCode(answers.remove("no text")))
        .isEqualTo(errorCode(expected.remove("no text")));
    assertThat(answers).hasSize(51);
    Answers.assertSame(answers, expected);
  }

  private static String errorCode(JsonNode answer) {
    return answer.at("/error/code").asText();
  }

  @Test
  void tablesKeepTheirColumnsAndGetTheCommandLinesCells() throws IOException {
    Path file = folder.resolve("rows.csv");
    Map<String, List<String>> rows = new TreeMap<>();
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("Job ID", "role", "Job Description", "note");
      for (String line : Files.readAllLines(SOME)) {
        JsonNode posting = Answers.parse(line);
        List<String> row =
            List.of(
                posting.get("id").asText(),
                "mine, \"own\"",
                posting.get("description").asText(),
                "=1+1");
        rows.put(row.get(0), row);
        csv.writeRecord(row);
      }
      csv.writeRecord("short row", "mine");
    }
    Path output = run("--input", file.toString(), "--format", "csv");
    Map<String, NamedCsvRecord> expected = new TreeMap<>();
    records(Answers.reported(ReportFormat.CSV, file))
        .forEach(row -> expected.put(row.getField("id"), row));
    List<NamedCsvRecord> answered = records(Files.readString(onlyPart(output)));
    assertThat(answered).hasSize(49);
    for (NamedCsvRecord row : answered) {
      String id = row.getField("Job ID");
      if (id.equals("short row")) {
        assertThat(row.getField("error_code")).isEqualTo("malformed_row");
        assertThat(expected.get(file + ":" + (countLines(file))).getField("error_code"))
            .isEqualTo("wrong_field_count");
        continue;
      }
      List<String> own = rows.get(id);
      assertThat(row.getFields().subList(0, 4))
          .containsExactly(id, own.get(1), own.get(2), "'" + own.get(3));
      assertThat(row.getHeader().get(4)).isEqualTo("id");
      assertThat(row.getHeader().get(6)).isEqualTo("truerole_role");
      List<String> cells = row.getFields().subList(4, row.getFieldCount());
      assertSameCells(id, cells, expected.get(id).getFields());
    }
  }

  private static long countLines(Path file) throws IOException {
    return Files.readString(file).lines().count();
  }

  private static void assertSameCells(String id, List<String> actual, List<String> expected) {
    assertThat(actual).as(id).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      boolean number = expected.get(i).matches("\\d\\.\\d{4}");
      if (number) {
        assertThat(Double.parseDouble(actual.get(i)))
            .as(id)
            .isCloseTo(Double.parseDouble(expected.get(i)), within(1.0001e-4));
      } else {
        assertThat(actual.get(i)).as(id).isEqualTo(expected.get(i));
      }
    }
  }

  private static List<NamedCsvRecord> records(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static Path onlyPart(Path output) throws IOException {
    try (var files = Files.list(output)) {
      List<Path> parts =
          files.filter(file -> file.getFileName().toString().startsWith("part-")).toList();
      assertThat(parts).hasSize(1);
      return parts.get(0);
    }
  }

  @Test
  void parquetKeepsItsTypesAndGetsAStruct() {
    Path file = folder.resolve("rows.parquet");
    Dataset<Row> postings = spark.read().json(SOME.toString());
    postings.withColumnRenamed("description", "words").write().parquet(file.toString());
    Path output =
        run("--input", file.toString(), "--text-column", "words", "--compression", "zstd");
    Dataset<Row> answered = spark.read().parquet(output.toString());
    assertThat(answered.drop("truerole").schema())
        .isEqualTo(spark.read().parquet(file.toString()).schema());
    Map<String, JsonNode> expected = Answers.ofLibrary(SOME);
    assertThat(answered.count()).isEqualTo(expected.size());
    for (Row row : answered.select("id", "truerole.role", "truerole.skills").collectAsList()) {
      JsonNode answer = expected.get(row.getString(0));
      assertThat(row.getString(1)).isEqualTo(answer.get("role").asText());
      assertThat(row.<Row>getList(2))
          .extracting(skill -> skill.<String>getAs("name"))
          .isEqualTo(answer.get("skills").findValuesAsText("name"));
    }
  }

  @Test
  void linesBecomeATable() throws IOException {
    Path output = run("--input", SOME.toString(), "--format", "csv");
    NamedCsvRecord first = records(Files.readString(onlyPart(output))).get(0);
    assertThat(first.getHeader()).startsWith("id", "title", "role").doesNotContain("line");
    assertThat(first.getField("id")).isEqualTo("industry-01");
  }

  @Test
  void wrongUseIsSaidBeforeAnythingRuns() throws IOException {
    Path file = folder.resolve("rows.dat");
    Files.writeString(file, "text");
    String output = folder.resolve("out").toString();
    assertThat(ClassifyJob.run(() -> spark, "--input", file.toString(), "--output", output))
        .isEqualTo(2);
    assertThat(
            ClassifyJob.run(
                () -> spark, "--input", SOME.toString(), "--output", output, "--model", "nowhere"))
        .isEqualTo(2);
    assertThat(
            ClassifyJob.run(
                () -> spark,
                "--input",
                SOME.toString(),
                "--output",
                output,
                "--abstain-below",
                "2"))
        .isEqualTo(2);
    assertThat(Path.of(output)).doesNotExist();
  }

  @Test
  void whatIsThereIsReplacedOnlyIfAsked() {
    Path output = run("--input", SOME.toString(), "--format", "jsonl");
    String[] again = {"--input", SOME.toString(), "--output", output.toString()};
    assertThat(ClassifyJob.run(() -> spark, again)).isEqualTo(2);
    run("--input", SOME.toString(), "--format", "jsonl", "--overwrite");
    assertThat(Answers.lines(output)).hasSize(48);
  }
}
