package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ScrapeCommandTest {

  private static final String PAGE =
      """
      <h1>Data Engineer</h1><h2>Responsibilities</h2><ul><li>You will build and run the pipelines
      that bring orders from forty shops into one warehouse every night.</li></ul>
      <h2>Requirements</h2><ul><li>Three years of experience with Java, Spark and SQL.</li>
      <li>You have been on call and know how to leave a system better than you found it.</li></ul>
      <p>We offer a salary that we name in the first call. Apply with a short letter.</p>
      """;

  private static final String DECLARED =
      """
      <script type="application/ld+json">{"@type": "JobPosting", "title": "Data Engineer",
      "description": "<h3>Ovens and orders</h3><p>Forty shops send their orders here every night.</p><p>You will build the
      pipelines that bring them into one warehouse, and run them. Whoever asks how much flour a
      shop needs tomorrow finds the answer there before the ovens are lit.</p>",
      "qualifications": ["Spark and SQL in daily use", "Calm when a job fails at three"],
      "jobBenefits": "A bicycle, and Java from the espresso machine"}</script>
      """;

  private final BoardServer server = BoardServer.start(3);
  @TempDir Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aBoardBecomesRecordsWithTheirOrigin() {
    Cli.Result result = scrape(BoardServer.BOARD);
    assertThat(result.code()).isZero();
    List<JsonNode> records = result.lines();
    assertThat(records).hasSize(3);
    JsonNode first = records.get(0);
    assertThat(first.get("id").asText()).isEqualTo("greenhouse:acme:1001");
    assertThat(first.get("title").asText()).isEqualTo("Data Engineer 1001");
    assertThat(first.get("source").asText()).isEqualTo("greenhouse:acme");
    assertThat(first.get("extractor").asText()).isEqualTo("greenhouse-api");
    assertThat(first.get("url").asText()).isEqualTo(BoardServer.BOARD + "/jobs/1001");
    assertThat(first.get("change").asText()).isEqualTo("new");
    assertThat(first.has("fetched_at")).isTrue();
    assertThat(result.err())
        .contains("OK\t" + BoardServer.BOARD + "/jobs/1001\tData Engineer 1001")
        .contains("greenhouse:acme: 3 fetched, 3 declared, complete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs.jsonl", "jobs.csv"})
  void whatIsWrittenCanBeClassified(String name) {
    Path file = folder.resolve(name);
    assertThat(scrape("--output", file.toString(), BoardServer.BOARD).code()).isZero();
    List<String> ids = new ArrayList<>();
    try (PostingRows rows = new PostingFiles(ReadOptions.defaults()).open(List.of(file))) {
      while (rows.hasNext()) {
        PostingRow.Posting row = (PostingRow.Posting) rows.next();
        ids.add(row.id().text());
        assertThat(row.posting().body().text()).contains("Your tasks", "Three years of Java");
        assertThat(row.posting().body().blocks()).hasSize(4);
        assertThat(row.posting().company()).isEqualTo("Acme");
      }
    }
    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aSecondRunWritesWhatChanged() throws IOException {
    Path state = folder.resolve("state.db");
    Path file = folder.resolve("jobs.jsonl");
    scrape("--state", state.toString(), "--output", file.toString(), BoardServer.BOARD);
    server.offer(List.of(1002, 1003, 1004));
    Cli.Result result =
        scrape(
            "--state",
            state.toString(),
            "--changed-only",
            "--output",
            file.toString(),
            BoardServer.BOARD);
    assertThat(Cli.jsonLines(Files.readString(file)))
        .singleElement()
        .satisfies(job -> assertThat(job.get("id").asText()).isEqualTo("greenhouse:acme:1004"));
    assertThat(result.err())
        .contains("EXPIRED\t" + BoardServer.BOARD + "/jobs/1001\t")
        .contains("1 new, 0 changed, 2 the same");
    assertThat(result.code()).isZero();
  }

  @Test
  void everyAddressGetsALineAndFailuresAnExitCode() {
    server.page("/good", PAGE);
    Cli.Result result =
        scrape(
            BoardServer.SITE + "/good",
            BoardServer.SITE + "/gone",
            "https://www.linkedin.com/jobs/view/1");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines()).hasSize(1);
    assertThat(result.err())
        .contains("OK\thttps://jobs.example.com/good\tData Engineer")
        .contains("EXPIRED\thttps://jobs.example.com/gone\tThere is no such page")
        .contains("REFUSED_HOST\thttps://www.linkedin.com/jobs/view/1\tThe terms of linkedin.com");
  }

  @Test
  void privateAddressesAreBlockedUnlessAllowed() {
    Cli.Result result = Cli.run("scrape", "http://127.0.0.1/");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("SSRF_BLOCKED").contains("--allow-private-hosts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs.example.com/1", "ftp://jobs.example.com/1", "https://", "a b"})
  void whatIsNoWebAddressIsWrongUse(String address) {
    Cli.Result result = Cli.run("scrape", address);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("is no web address; write it as https://host/path");
  }

  @Test
  void savedPagesAreReadByTheirAddressAndFoldersOfThem() throws IOException {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    String link = "<link rel=canonical href='https://www.linkedin.com/jobs/view/1'>";
    Files.writeString(saved.resolve("b.html"), PAGE);
    Files.writeString(saved.resolve("a.html"), link + PAGE);
    Files.writeString(saved.resolve("notes.txt"), PAGE);
    Cli.Result result = scrape(saved.toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.lines())
        .extracting(job -> job.get("id").asText())
        .containsExactly(
            "https://www.linkedin.com/jobs/view/1", saved.resolve("b.html").toUri().toString());
    Cli.Result named = scrape("--url", BoardServer.SITE + "/7", saved.resolve("b.html").toString());
    assertThat(named.lines().get(0).get("url").asText()).isEqualTo(BoardServer.SITE + "/7");
    assertThat(scrape("--url", BoardServer.SITE + "/7", saved.toString()).code()).isEqualTo(2);
  }

  @Test
  void aContactHasToBeAnAddress() {
    Cli.Result result = scrape("--contact", "me", BoardServer.BOARD);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--contact: 'me' is no address of the web or of mail");
  }

  @Test
  void changedOnlyNeedsAState() {
    Cli.Result result = scrape("--changed-only", BoardServer.BOARD);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--changed-only needs --state FILE");
  }

  @Test
  void aBoardIsDetectedByItsAddressAndByItsPage() {
    String listing = "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true";
    Cli.Result byAddress = Cli.run("board", "detect", BoardServer.BOARD);
    assertThat(byAddress.out())
        .as(byAddress.toString())
        .isEqualTo("greenhouse\tacme\t" + listing + "\n");
    server.page(
        "/careers",
        "<h1>Work with us</h1><div id=grnhse_app></div><script"
            + " src='https://boards.greenhouse.io/embed/job_board/js?for=acme'></script>");
    server.page("/plain", "<h1>Bread</h1>");
    Cli.Result byPage = run("board", "detect", BoardServer.SITE + "/careers");
    assertThat(byPage.out()).as(byPage.err()).isEqualTo(byAddress.out());
    Cli.Result none = run("board", "detect", BoardServer.SITE + "/plain");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("names a board that TrueRole knows");
  }

  @Test
  void classifyFetchesAddressesAmongFiles() {
    server.page("/good", PAGE);
    Cli.Result result =
        run(
            "classify",
            "--format",
            "jsonl",
            BoardServer.SITE + "/good",
            BoardServer.SITE + "/gone",
            "https://www.glassdoor.com/job/1");
    assertThat(result.code()).isEqualTo(1);
    List<JsonNode> answers = result.lines();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).get("id").asText()).isEqualTo("https://jobs.example.com/good");
    assertThat(answers.get(0).toString()).contains("\"role\"");
    assertThat(answers.get(1).toString()).contains("expired").contains("There is no such page");
    assertThat(answers.get(2).toString()).contains("refused_host").contains("Paste the text");
  }

  /** What a page declares is worth as much in a file as fresh from the network. */
  @Test
  void aRecordIsClassifiedAsItsPageIs() {
    server.page("/declared", DECLARED);
    Path file = folder.resolve("jobs.jsonl");
    String page = BoardServer.SITE + "/declared";
    Cli.Result scraped = scrape("--output", file.toString(), page);
    assertThat(scraped.code()).as(scraped.err()).isZero();
    JsonNode fetched = answer(run("classify", "--format", "jsonl", page));
    JsonNode read = answer(Cli.run("classify", "--format", "jsonl", file));
    for (String field : List.of("role", "probabilities", "dsShare", "evidence", "skills", "asks")) {
      assertThat(read.get(field)).as(field).isNotNull().isEqualTo(fetched.get(field));
    }
    assertThat(read.get("skills").toString()).contains("Apache Spark", "required");
  }

  private static JsonNode answer(Cli.Result result) {
    assertThat(result.code()).as(result.err()).isZero();
    return result.lines().get(0);
  }

  private Cli.Result scrape(String... args) {
    List<Object> all = new ArrayList<>(List.of("scrape"));
    all.addAll(server.options());
    all.addAll(List.of(args));
    return Cli.run(all.toArray());
  }

  private Cli.Result run(String... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(server.options());
    return Cli.run(all.toArray());
  }
}
