package dev.truerole.scraper.file;

import static dev.truerole.scraper.file.Inputs.codes;
import static dev.truerole.scraper.file.Inputs.failed;
import static dev.truerole.scraper.file.Inputs.posting;
import static dev.truerole.scraper.file.Inputs.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @TempDir Path folder;

  @Test
  void columnsAreRecognised() {
    List<PostingRow> rows =
        csv(
            "Job ID,Job Title,Employer,City,date_posted,Job Description,role\n"
                + "7,Baker,Crumb,Ghent,May,We bake.,x\n");
    JobPosting posting = posting(rows, 0).posting();
    assertThat(posting.id()).isEqualTo(PostingId.of("7"));
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.company()).isEqualTo("Crumb");
    assertThat(posting.location()).isEqualTo("Ghent");
    assertThat(posting.date()).isEqualTo("May");
    assertThat(posting.body().text()).isEqualTo("We bake.");
    assertThat(posting(rows, 0).fields())
        .containsOnlyKeys("Job ID", "Job Title", "Employer", "City", "date_posted", "role");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void delimiterIsGuessed(String delimiter) {
    List<PostingRow> rows =
        csv("id,\"text; or, so\",text\n1,\"x\",We bake.\n".replace(",", delimiter));
    assertThat(posting(rows, 0).posting().body().text()).isEqualTo("We bake.");
  }

  @Test
  void termsAreReadFromTheirColumns() {
    String table =
        "text,Date Posted,salary_min,salary_max,salary_currency,salary_period,workplace\n"
            + "We bake.,2026-01-02,10,12.5,EUR,hour,remote\n"
            + "We mill.,soon,10,12.5,EUR,moon,\n";
    Terms first = posting(csv(table), 0).posting().terms();
    assertThat(first.salary()).hasToString("Salary[min=10, max=12.5, currency=EUR, period=HOUR]");
    assertThat(first.workplace()).isEqualTo(Terms.Workplace.REMOTE);
    assertThat(first.posted()).isNotNull();
    assertThat(posting(csv(table), 1).posting().terms()).isEqualTo(Terms.NONE);
  }

  @Test
  void tabsSeparateInTsv() {
    Path file = new Inputs(folder).write("a.tsv", "id\ttext\n1\tWe bake, and sell.\n");
    assertThat(posting(read(file), 0).posting().body().text()).isEqualTo("We bake, and sell.");
  }

  @Test
  void quotedFieldsMayHoldLines() {
    Path file =
        write(
            "title,text\nBaker,\"We \"\"bake\"\",\n\nand sell.\"\nCook,We cook.\n\nMaid,We clean.");
    List<PostingRow> rows = read(file);
    assertThat(posting(rows, 0).posting().body().text()).isEqualTo("We \"bake\",\n\nand sell.");
    assertThat(rows)
        .extracting(row -> row.id().text())
        .containsExactly(file + ":2", file + ":5", file + ":7");
  }

  @Test
  void htmlColumnsAreRendered() {
    JobPosting posting = posting(csv("id,description_html\n1,<ul><li>a</li></ul>\n"), 0).posting();
    assertThat(posting.body().text()).isEqualTo("- a");
  }

  @Test
  void rowsOfTheWrongLengthFailAlone() {
    List<PostingRow> rows = csv("id,text\n1\n2,We bake.\n3,We bake, and sell.\n");
    assertThat(codes(rows)).containsExactly("wrong_field_count", "ok", "wrong_field_count");
    assertThat(failed(rows, 2).message()).contains(":4", "3 fields", "has 2");
  }

  @Test
  void emptyTextsFailAlone() {
    assertThat(codes(csv("id,text\n1,\n2,We bake.\n"))).containsExactly("empty_text", "ok");
  }

  @Test
  void brokenQuotesEndTheFile() {
    List<PostingRow> rows = csv("id,text\n1,We bake.\n2,\"We\" sell.\n3,We cook.\n");
    assertThat(codes(rows)).containsExactly("ok", "malformed_csv");
    assertThat(failed(rows, 1).message()).contains(":3");
    assertThat(codes(csv("id,text\n1,We bake.\n2,\"We sell.\n3,We cook.\n")))
        .containsExactly("ok", "malformed_csv");
    assertThat(codes(csv("id,\"text\n"))).containsExactly("malformed_csv");
  }

  @Test
  void tablesWithoutATextColumnSayWhatTheyHave() {
    List<PostingRow> rows = csv("nr,words\n1,We bake.\n2,We sell.\n");
    assertThat(codes(rows)).containsExactly("missing_column");
    assertThat(failed(rows, 0).message()).contains("nr, words", "--text-column");
    assertThat(codes(csv(""))).containsExactly("missing_column");
  }

  @Test
  void namedColumnsHaveToBeThere() {
    Path file = write("nr,Words Of It,text\n1,We bake.,x\n");
    ReadOptions named = new ReadOptions("words_of_it", null, "nr", null, 100);
    JobPosting posting = posting(read(named, file), 0).posting();
    assertThat(posting.id()).isEqualTo(PostingId.of("1"));
    assertThat(posting.body().text()).isEqualTo("We bake.");
    ReadOptions missing = new ReadOptions(null, null, null, "firm", 100);
    assertThat(codes(read(missing, file))).containsExactly("missing_column");
    assertThat(failed(read(missing, file), 0).message())
        .contains("'firm'", "nr, Words Of It, text");
  }

  @Test
  void columnsWithoutANameOrWithASecondOneAreCalledByTheirPlace() {
    assertThat(posting(csv("text,,a,a\nWe bake.,1,2,3\n"), 0).fields())
        .containsEntry("column 2", "1")
        .containsEntry("a", "2")
        .containsEntry("column 4", "3");
  }

  @Test
  void encodingsAreRecognisedLineByLine() {
    String table = "id;text\n1;plain\n2;Brötchen – früh\n";
    Path file = new Inputs(folder).write("a.csv", table.getBytes(Charset.forName("windows-1252")));
    assertThat(posting(read(file), 1).posting().body().text()).isEqualTo("Brötchen – früh");
    Path marked = new Inputs(folder).write("b.csv", "\uFEFF" + table);
    assertThat(posting(read(marked), 0).posting().id()).isEqualTo(PostingId.of("1"));
    Path zipped = new Inputs(folder).write("c.csv.gz", Inputs.gzip(table));
    assertThat(codes(read(zipped))).containsExactly("ok", "ok");
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    List<PostingRow> rows = csv("id,text\r\n1,We bake.\r\n2,\"We\r\nsell.\"\r\n");
    assertThat(posting(rows, 1).posting().body().text()).isEqualTo("We\r\nsell.");
  }

  @Test
  void longLinesEndTheFile() {
    assertThat(codes(csv("id,text\n1,We bake.\n2," + "a".repeat(BoundedLines.MAX_BYTES) + "\n")))
        .containsExactly("ok", "line_too_long");
  }

  private List<PostingRow> csv(String table) {
    return read(write(table));
  }

  private Path write(String table) {
    return new Inputs(folder).write("rows.csv", table);
  }
}
