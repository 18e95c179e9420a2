package dev.truerole.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRunTest {

  private static final String TEXT =
      "We deploy machine learning models to production and monitor them with Docker and Kubernetes"
          + " so that nobody has to be woken up at night.";

  private static PostingAnalyzer analyzer;

  private final StringWriter out = new StringWriter();
  private final List<Long> progress = new ArrayList<>();

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
  @CsvSource({"1,1", "127,127", "128,128", "129,128 1", "257,128 128 1"})
  void everyRowIsAnsweredInOrderAcrossChunks(int rows, String steps) throws IOException {
    BatchSummary summary = run(rows(rows));
    assertThat(ids()).containsExactlyElementsOf(numbers(rows));
    assertThat(progress)
        .containsExactlyElementsOf(List.of(steps.split(" ")).stream().map(Long::valueOf).toList());
    assertThat(summary.answered()).isEqualTo(rows);
    assertThat(summary.failed()).isZero();
    assertThat(summary.notJudged()).isZero();
    assertThat(summary.byRole().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(rows);
    assertThat(summary.seconds()).isPositive();
  }

  @Test
  void failuresStandInTheirPlaces() throws IOException {
    StringBuilder lines = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 600; i++) {
      boolean bad = i % 7 == 0 || i == 128 || i == 129;
      lines.append(bad ? "broken\n" : row(i));
      expected.add(bad ? "\"rows.jsonl:" + i + "\"" : String.valueOf(i));
    }
    BatchSummary summary = run(lines.toString());
    assertThat(ids()).containsExactlyElementsOf(expected);
    assertThat(summary.failed()).isEqualTo(expected.stream().filter(id -> id.length() > 3).count());
    assertThat(summary.answered() + summary.failed()).isEqualTo(600);
  }

  @Test
  void allRowsMayFail() throws IOException {
    BatchSummary summary = run("broken\n".repeat(600));
    assertThat(out.toString().lines()).hasSize(600).allMatch(line -> line.contains("malformed"));
    assertThat(summary.answered()).isZero();
    assertThat(summary.failed()).isEqualTo(600);
    assertThat(summary.byRole()).isEmpty();
    assertThat(progress).containsExactly(128L, 128L, 128L, 128L, 88L);
  }

  @Test
  void noInputGivesAnEmptyReport() throws IOException {
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    BatchSummary summary = run(files.open(List.of()), out);
    assertThat(out.toString()).isEmpty();
    assertThat(progress).isEmpty();
    assertThat(summary.answered() + summary.failed() + summary.notJudged()).isZero();
  }

  @Test
  void rowsWithoutARoleAreAnsweredButNotJudged() throws IOException {
    BatchSummary summary = run(row(1) + "{\"id\":2,\"text\":\"too short\"}\n");
    assertThat(ids()).containsExactly("1", "2");
    assertThat(summary.answered()).isEqualTo(2);
    assertThat(summary.notJudged()).isEqualTo(1);
  }

  @Test
  void answersOfAChunkAreOutBeforeTheNextIsRead() throws IOException {
    List<Integer> linesSeen = new ArrayList<>();
    try (PostingRows rows = open(rows(129));
        ReportWriter report = ReportFormat.JSONL.open(out, ReportOptions.plain())) {
      new BatchRun(analyzer, 2, done -> linesSeen.add((int) out.toString().lines().count()))
          .run(rows, report);
    }
    assertThat(linesSeen).containsExactly(128, 129);
  }

  @Test
  void aReportThatCannotBeWrittenEndsTheRun() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int count) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatIOException()
        .isThrownBy(() -> run(open(rows(3)), full))
        .withMessageContaining("no space left");
  }

  /** A chunk is long by its rows or by their bytes, so that long rows do not fill the memory. */
  @Test
  void longRowsMakeShortChunks() throws IOException {
    String filler = "x".repeat(1 << 18);
    String row = "{\"id\":1,\"filler\":\"" + filler + "\",\"text\":\"" + TEXT + "\"}\n";
    BatchSummary summary = run(row.repeat(10));
    assertThat(summary.answered()).isEqualTo(10);
    assertThat(progress).containsExactly(4L, 4L, 2L);
  }

  @Test
  void answersAreTheSameOnAnyNumberOfThreads() throws IOException {
    String lines = rows(1500) + "broken\n" + rows(100);
    List<String> answers = new ArrayList<>();
    for (int threads : new int[] {1, 2, 7}) {
      StringWriter to = new StringWriter();
      try (PostingRows rows = open(lines);
          ReportWriter report = ReportFormat.JSONL.open(to, ReportOptions.plain())) {
        new BatchRun(analyzer, threads, done -> {}).run(rows, report);
      }
      answers.add(to.toString());
    }
    assertThat(answers.get(0).lines()).hasSize(1601);
    assertThat(answers).allMatch(answers.get(0)::equals);
  }

  /** What fails on another thread ends the run here, and is not waited for. */
  @Test
  void aReaderThatBreaksEndsTheRun() {
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    PostingRows rows =
        files.open(
            List.of("first", "second"),
            name ->
                Optional.of(
                    () -> {
                      throw new IllegalStateException("no net for " + name);
                    }));
    assertThatIllegalStateException()
        .isThrownBy(() -> run(rows, out))
        .withMessageContaining("no net for first");
  }

  @Test
  void threadsHaveToBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BatchRun(analyzer, 0, done -> {}))
        .withMessageContaining("0");
  }

  @Test
  void theSummaryKeepsItsOwnCounts() throws IOException {
    BatchSummary summary = run(rows(2));
    assertThat(summary.byRole()).isUnmodifiable();
  }

  private BatchSummary run(String lines) throws IOException {
    return run(open(lines), out);
  }

  private BatchSummary run(PostingRows rows, Writer to) throws IOException {
    try (rows;
        ReportWriter report = ReportFormat.JSONL.open(to, ReportOptions.plain())) {
      return new BatchRun(analyzer, 2, progress::add).run(rows, report);
    }
  }

  private static PostingRows open(String lines) {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    return new PostingFiles(ReadOptions.defaults())
        .openStream(new ByteArrayInputStream(bytes), "rows.jsonl");
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    IntStream.rangeClosed(1, count).forEach(i -> rows.append(row(i)));
    return rows.toString();
  }

  private static String row(int id) {
    return "{\"id\":" + id + ",\"text\":\"" + TEXT + "\"}\n";
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }

  private List<String> ids() {
    return out.toString()
        .lines()
        .map(line -> line.substring("{\"id\":".length(), line.indexOf(",\"")))
        .toList();
  }
}
