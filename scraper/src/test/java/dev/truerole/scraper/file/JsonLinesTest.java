package dev.truerole.scraper.file;

import static dev.truerole.scraper.file.Inputs.codes;
import static dev.truerole.scraper.file.Inputs.failed;
import static dev.truerole.scraper.file.Inputs.posting;
import static dev.truerole.scraper.file.Inputs.read;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.Terms;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

  private static final String ROW = "{\"id\":\"a\",\"description\":\"We bake.\"}\n";

  @TempDir Path folder;

  @Test
  void fieldsAreReadAndTheTextIsUnchanged() {
    String row =
        "{\"id\":\"a\",\"title\":\"Baker\",\"company\":\"Crumb\",\"location\":\"Ghent\","
            + "\"date\":\"2026-01-02\",\"description\":\" We\\r\\n bake. \\u00a0\",\"x\":[1]}";
    JobPosting posting = posting(lines(row), 0).posting();
    assertThat(posting.id()).isEqualTo(PostingId.of("a"));
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.company()).isEqualTo("Crumb");
    assertThat(posting.location()).isEqualTo("Ghent");
    assertThat(posting.date()).isEqualTo("2026-01-02");
    assertThat(posting.body().text()).isEqualTo(" We\r\n bake. \u00a0");
    assertThat(posting.body().composed()).isFalse();
  }

  @Test
  void blocksAndTheirMarksComeBack() {
    PostingBody body =
        PostingBody.composed(
            "Oven\n- Knead:\nwell",
            List.of(
                new Block(Block.Kind.PARAGRAPH, 0, 4, Block.Part.COMPANY, true),
                new Block(Block.Kind.LIST_ITEM, 7, 13, Block.Part.REQUIREMENTS, false),
                new Block(Block.Kind.HEADING, 14, 18)));
    JobPosting written = new JobPosting(PostingId.of("a"), null, null, null, null, body);
    JobPosting read = posting(lines(PostingFormat.JSONL.record(written, Map.of())), 0).posting();
    assertThat(read.body().blocks()).isEqualTo(body.blocks());
    assertThat(read.body().text()).isEqualTo(body.text());
  }

  @Test
  void blocksThatTheTextShowsAreNotWritten() {
    JobPosting plain = JobPosting.ofPlainText("a", null, "Oven\n\n- Knead");
    assertThat(PostingFormat.JSONL.record(plain, Map.of())).doesNotContain("blocks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"kind\": {\"kind\": \"heading\", \"start\": 0, \"end\": 2}}",
        "[1, 2]",
        "[{\"kind\": \"heading\", \"start\": 0, \"end\": 99}]",
        "[{\"kind\": \"heading\", \"start\": 3, \"end\": 3}]",
        "[{\"kind\": \"tower\", \"start\": 0, \"end\": 2}]",
        "[{\"kind\": \"heading\", \"start\": 0, \"end\": 2, \"part\": \"x\"}]",
        "\"three\""
      })
  void blocksOfAnotherTextAreNotUsed(String blocks) {
    String row = "{\"id\":\"a\",\"description\":\"We bake.\",\"blocks\":" + blocks + "}";
    assertThat(posting(lines(row), 0).posting().body())
        .isEqualTo(PostingBody.ofPlainText("We bake."));
  }

  @Test
  void termsAreReadFromTheirFields() {
    String row =
        "{\"id\":\"a\",\"text\":\"We bake.\",\"url\":\"https://crumb.example/1\","
            + "\"apply_url\":\"https://crumb.example/1/apply\",\"workplace\":\"hybrid\","
            + "\"employment_types\":[\"FULL_TIME\",\"INTERN\"],\"date_posted\":\"2026-01-02\","
            + "\"locations\":[{\"city\":\"Ghent\",\"country\":\"BE\"},\"Bruges\"],"
            + "\"salary\":{\"min\":3000,\"max\":3500,\"currency\":\"EUR\",\"period\":\"month\"}}";
    JobPosting posting = posting(lines(row), 0).posting();
    Terms terms = posting.terms();
    assertThat(posting.date()).isEqualTo("2026-01-02");
    assertThat(terms.url()).isEqualTo("https://crumb.example/1");
    assertThat(terms.applyUrl()).isEqualTo("https://crumb.example/1/apply");
    assertThat(terms.workplace()).isEqualTo(Terms.Workplace.HYBRID);
    assertThat(terms.employment())
        .containsExactly(Terms.EmploymentType.FULL_TIME, Terms.EmploymentType.INTERN);
    assertThat(terms.places())
        .containsExactly(new Place("Ghent, BE", "Ghent", null, "BE"), Place.of("Bruges"));
    assertThat(terms.salary())
        .isEqualTo(
            new Salary(new BigDecimal(3000), new BigDecimal(3500), "EUR", Salary.Period.MONTH));
    assertThat(terms.posted()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12|12",
        "-0|-0",
        "1.50|1.50",
        "1e5|1e5",
        "12345678901234567890123|12345678901234567890123",
        "true|true",
        "[1, 2.0]|[1,2.0]",
        "{\"a\": \"b\"}|{\"a\":\"b\"}",
      })
  void idsThatAreNoStringsKeepTheirJson(String json, String literal) {
    String row = "{\"id\":" + json + ",\"text\":\"We bake.\"}";
    assertThat(lines(row).get(0).id()).isEqualTo(PostingId.ofLiteral(literal));
  }

  @Test
  void rowsWithoutAnIdAreCalledByTheirLine() {
    Path file = write("\n\n{\"text\":\"We bake.\"}\n{\"id\":null,\"text\":\"We sell.\"}\n");
    assertThat(read(file))
        .extracting(PostingRow::id)
        .containsExactly(PostingId.of(file + ":3"), PostingId.of(file + ":4"));
  }

  @Test
  void htmlIsRendered() {
    JobPosting posting =
        posting(lines("{\"html\":\"<ul><li>a</li><li>b</li></ul>\"}"), 0).posting();
    assertThat(posting.body().text()).isEqualTo("- a\n- b");
    assertThat(posting.body().composed()).isTrue();
    assertThat(codes(lines("{\"description\":\" \",\"description_html\":\"<p>We bake.\"}")))
        .containsExactly("ok");
  }

  @Test
  void otherScalarFieldsAreKeptAsText() {
    String row =
        "{\"role\":\"baker\",\"ds_share\":0.250,\"n\":7,\"ok\":true,\"none\":null,\"list\":[1],"
            + "\"id\":4,\"description\":\"We bake.\",\"html\":\"<p>\",\"text\":\"x\"}";
    assertThat(posting(lines(row), 0).fields())
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of(
                "role", "baker", "ds_share", "0.250", "n", "7", "ok", "true", "id", "4"));
  }

  @Test
  void namedFieldsReplaceTheUsualOnes() {
    ReadOptions options = new ReadOptions("ad", "job", "nr", "firm", 100);
    Path file =
        write(
            "{\"nr\":3,\"job\":\"Baker\",\"firm\":\"Crumb\",\"ad\":\"We bake.\",\"text\":\"x\"}\n"
                + ROW);
    List<PostingRow> rows = read(options, file);
    JobPosting posting = posting(rows, 0).posting();
    assertThat(posting.id()).isEqualTo(PostingId.ofLiteral("3"));
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.company()).isEqualTo("Crumb");
    assertThat(posting.body().text()).isEqualTo("We bake.");
    assertThat(failed(rows, 1).code()).isEqualTo("missing_text");
    assertThat(failed(rows, 1).message()).contains("ad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"description\":\"a\"",
        "[1]",
        "7",
        "\"a\"",
        "nonsense",
        "{\"description\":\"a\"} {}",
        "{\"description\":\"a\"}x",
        "{'description':'a'}",
        "{\"description\":NaN}",
        "{\"a\":\"\u0001\"}",
      })
  void malformedRowsFailAlone(String row) {
    Path file = write(ROW + row + "\n" + ROW);
    List<PostingRow> rows = read(file);
    assertThat(codes(rows)).containsExactly("ok", "malformed_json", "ok");
    assertThat(failed(rows, 1).message()).startsWith(file + ":2: ");
    assertThat(failed(rows, 1).id()).isEqualTo(PostingId.of(file + ":2"));
  }

  @Test
  void tooDeepRowsFailAlone() {
    String deep = "{\"a\":" + "[".repeat(100_000);
    assertThat(codes(lines(deep + "\n" + ROW))).containsExactly("malformed_json", "ok");
  }

  @Test
  void rowsWithoutTextSayWhatIsThere() {
    List<PostingRow> rows = lines("{\"id\":5,\"body\":\"x\",\"description\":null}");
    assertThat(failed(rows, 0).code()).isEqualTo("missing_text");
    assertThat(failed(rows, 0).id()).isEqualTo(PostingId.ofLiteral("5"));
    assertThat(failed(rows, 0).message()).contains("id, body", "--text-column", ":1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"description\":\"\"}|empty_text",
        "{\"description\":\" \\n\\u00a0\\u200b\"}|empty_text",
        "{\"html\":\"<p> </p>\"}|empty_text",
        "{\"description\":7}|wrong_type",
        "{\"description\":[\"a\"]}|wrong_type",
        "{\"text\":{\"a\":1}}|wrong_type",
        "{}|missing_text",
      })
  void textsThatAreNone(String row, String code) {
    assertThat(codes(lines(row))).containsExactly(code);
  }

  @Test
  void longTextsFailWithBothNumbers() {
    ReadOptions options = new ReadOptions(null, null, null, null, 1_000);
    Path file =
        write("{\"text\":\"" + "a".repeat(1_000) + "\"}\n{\"text\":\"" + "a".repeat(1_001) + "\"}");
    List<PostingRow> rows = read(options, file);
    assertThat(codes(rows)).containsExactly("ok", "text_too_long");
    assertThat(failed(rows, 1).message()).contains("1,001", "1,000");
  }

  @Test
  void longLinesAreSkipped() {
    String huge = "{\"text\":\"" + "a".repeat(BoundedLines.MAX_BYTES) + "\"}\n";
    assertThat(codes(lines(ROW + huge + ROW))).containsExactly("ok", "line_too_long", "ok");
  }

  @Test
  void encodingsAreRecognised() {
    String row = "{\"text\":\"Wir backen Brötchen – früh.\"}\n";
    List<byte[]> files =
        List.of(
            ("\uFEFF" + row).getBytes(java.nio.charset.StandardCharsets.UTF_8),
            ("\uFEFF" + row).getBytes(UTF_16LE),
            row.getBytes(Charset.forName("windows-1252")),
            Inputs.gzip(row));
    for (byte[] bytes : files) {
      Path file = new Inputs(folder).write("a.jsonl", bytes);
      assertThat(posting(read(file), 0).posting().body().text())
          .isEqualTo("Wir backen Brötchen – früh.");
    }
  }

  @Test
  void doubleIdsAreAllowed() {
    assertThat(codes(lines(ROW + ROW))).containsExactly("ok", "ok");
  }

  private List<PostingRow> lines(String text) {
    return read(write(text));
  }

  private Path write(String text) {
    return new Inputs(folder).write("rows.jsonl", text);
  }
}
