package dev.truerole.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that break off and are gone on with. */
class BatchOutputTest {

  private static final String TEXT =
      "We deploy machine learning models to production and monitor them with Docker, day by day.";

  /** Three chunks, the last of them short. */
  private static final int ROWS = 2 * Chunk.ROWS + 100;

  private static PostingAnalyzer analyzer;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    Path home = Path.of(Objects.requireNonNull(System.getProperty("truerole.home")));
    analyzer =
        new PostingAnalyzer(
            RoleModel.open(home.resolve("models/role")),
            new SkillExtractor(SkillTaxonomy.load(home.resolve("training-data/skills"))));
  }

  @AfterAll
  static void close() {
    analyzer.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.json", "a.csv", "a.text", "a.jsonl.gz", "a.json.zst"})
  void whatBrokeOffIsCompletedAsIfItHadNot(String name) throws IOException {
    Path whole = folder.resolve("whole-" + name);
    try (BatchOutput output = BatchOutput.create(target(whole))) {
      run(output, input(ROWS), Integer.MAX_VALUE);
    }
    assertThat(Journal.beside(whole)).doesNotExist();
    for (int chunks = 1; chunks <= 3; chunks++) {
      Path output = folder.resolve(name);
      breakOff(output, chunks);
      try (BatchOutput resumed = BatchOutput.resume(target(output))) {
        assertThat(resumed.rows()).isEqualTo(Math.min(chunks * Chunk.ROWS, ROWS));
        BatchSummary summary = run(resumed, input(ROWS), Integer.MAX_VALUE);
        assertThat(summary.answered() + summary.failed()).isEqualTo(ROWS);
        assertThat(summary.earlier()).isEqualTo(resumed.rows());
      }
      assertThat(output).hasSameBinaryContentAs(whole);
      assertThat(failures(output)).hasSameBinaryContentAs(failures(whole));
      assertThat(Journal.beside(output)).doesNotExist();
    }
  }

  /** Leaves what a kill would: a journal, and files that have got further than it says. */
  private void breakOff(Path output, int chunks) throws IOException {
    try (BatchOutput broken = BatchOutput.create(target(output))) {
      assertThatIllegalStateException().isThrownBy(() -> run(broken, input(ROWS), chunks));
    }
    for (Path file : new Path[] {output, failures(output), Journal.beside(output)}) {
      Files.writeString(file, "12 34", StandardOpenOption.APPEND);
    }
  }

  @Test
  void aRunThatHadNotBegunStartsAnew() throws IOException {
    Path output = folder.resolve("a.jsonl");
    Files.writeString(output, "left over");
    Files.writeString(Journal.beside(output), "truerole cl");
    try (BatchOutput resumed = BatchOutput.resume(target(output))) {
      assertThat(resumed.rows()).isZero();
      run(resumed, input(3), Integer.MAX_VALUE);
    }
    assertThat(Files.readAllLines(output)).hasSize(3).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void whatHasNoJournalIsLeftAlone() throws IOException {
    Path output = folder.resolve("a.jsonl");
    Files.writeString(output, "complete\n");
    assertThatExceptionOfType(ResumeException.class)
        .isThrownBy(() -> BatchOutput.resume(target(output)))
        .withMessageContaining("a.jsonl is complete");
    assertThat(output).hasContent("complete\n");
  }

  @Test
  void otherOptionsOrRowsOrFilesAreRefused() throws IOException {
    Path output = folder.resolve("a.jsonl");
    breakOff(output, 2);
    byte[] before = Files.readAllBytes(output);
    BatchOutput.Target other =
        new BatchOutput.Target(
            ReportFormat.JSONL,
            ReportOptions.plain(),
            output,
            failures(output),
            Map.of("the model", "two", "--excel", "true"),
            Duration.ZERO);
    assertThatExceptionOfType(ResumeException.class)
        .isThrownBy(() -> BatchOutput.resume(other))
        .withMessageContaining("the model, --excel");
    assertThat(output).hasBinaryContent(before);
    try (BatchOutput resumed = BatchOutput.resume(target(output))) {
      assertThatExceptionOfType(ResumeException.class)
          .isThrownBy(() -> run(resumed, input(ROWS).replace(" 5.", " 6."), Integer.MAX_VALUE))
          .withMessageContaining("the input is not the one");
      assertThatExceptionOfType(ResumeException.class)
          .isThrownBy(() -> run(resumed, input(7), Integer.MAX_VALUE))
          .withMessageContaining("the input is not the one");
    }
    Files.write(output, new byte[] {'{'});
    assertThatExceptionOfType(ResumeException.class)
        .isThrownBy(() -> BatchOutput.resume(target(output)))
        .withMessageContaining("shorter");
  }

  private BatchOutput.Target target(Path output) {
    ReportFormat format = BatchOutput.formatOf(output.toString()).orElseThrow();
    return new BatchOutput.Target(
        format,
        ReportOptions.plain(),
        output,
        failures(output),
        Map.of("the model", "one\ntwo=1"),
        Duration.ZERO);
  }

  private static Path failures(Path output) {
    return output.resolveSibling(output.getFileName() + ".bad.gz");
  }

  /**
   * @param chunks after so many of them the run breaks off
   */
  private static BatchSummary run(BatchOutput output, String lines, int chunks) throws IOException {
    int[] left = {chunks};
    try (PostingRows rows =
        new PostingFiles(ReadOptions.defaults())
            .openStream(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "rows.jsonl")) {
      BatchRun run =
          new BatchRun(
              analyzer,
              2,
              done -> {
                if (--left[0] == 0) {
                  throw new IllegalStateException("broken off");
                }
              });
      return run.run(rows, output);
    }
  }

  private static String input(int rows) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      lines.append(
          i % 50 == 9 ? "{broken\n" : "{\"id\":" + i + ",\"text\":\"" + TEXT + " " + i + ".\"}\n");
    }
    return lines.toString();
  }
}
