package dev.truerole.scraper.file;

import static dev.truerole.scraper.file.Inputs.codes;
import static dev.truerole.scraper.file.Inputs.failed;
import static dev.truerole.scraper.file.Inputs.gzip;
import static dev.truerole.scraper.file.Inputs.posting;
import static dev.truerole.scraper.file.Inputs.read;
import static dev.truerole.scraper.file.Inputs.readStream;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingFilesTest {

  private static final String ROWS =
      "{\"id\":1,\"text\":\"We bake.\"}\n{\"id\":2,\"text\":\"We sell.\"}\n";

  @TempDir Path folder;
  private Inputs inputs;

  @BeforeEach
  void openFolder() {
    inputs = new Inputs(folder);
  }

  @Test
  void textIsUnchangedAndCalledByItsPath() {
    Path file = inputs.write("a.txt", " We bake.\r\n\r\n- Bread \n");
    JobPosting posting = posting(read(file), 0).posting();
    assertThat(posting.id()).isEqualTo(PostingId.of(file.toString()));
    assertThat(posting.title()).isNull();
    assertThat(posting.body().text()).isEqualTo(" We bake.\r\n\r\n- Bread \n");
    assertThat(posting.body().composed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'Senior Baker (m/f/x)\n\nWe bake.', Senior Baker (m/f/x)",
        "'\n\n**Senior Baker**\n\nWe bake.', Senior Baker",
        "'# Baker\nWe bake.', Baker",
        "'## Tasks\n\nWe bake.', none",
        "'We bake bread.\n\nCome in.', none",
        "'Baker\nWe bake.', none",
        "'Baker', none",
        "'- Bread\n\nWe bake.', none",
        "'Tasks:\n\nWe bake.', none",
        "'one two three four five six seven eight nine ten eleven twelve thirteen\n\nWe bake.', none",
      })
  void titleIsAShortFirstLineSetApart(String text, String title) {
    JobPosting posting = posting(read(inputs.write("a.md", text)), 0).posting();
    assertThat(posting.title()).isEqualTo(title);
    assertThat(posting.body().text()).isEqualTo(text);
  }

  @Test
  void pagesAreRead() {
    Path file =
        inputs.write(
            "a.htm", "<title>x</title><h1>Baker</h1><ul><li>Bread</li><li>Rolls</li></ul>");
    JobPosting posting = posting(read(file), 0).posting();
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.body().text()).isEqualTo("- Bread\n- Rolls");
    assertThat(codes(read(inputs.write("b.html", "<div id=root></div>"))))
        .containsExactly("empty_text");
  }

  @Test
  void pagesMayStateTheirEncoding() {
    byte[] page = "<meta charset=iso-8859-2><p>\u00A3\u00F3d\u00BC</p>".getBytes(ISO_8859_1);
    assertThat(posting(read(inputs.write("a.html", page)), 0).posting().body().text())
        .isEqualTo("Łódź");
  }

  @Test
  void anyFileMayBeZipped() {
    assertThat(codes(read(inputs.write("a.txt.gz", gzip("We bake."))))).containsExactly("ok");
    assertThat(codes(read(inputs.write("a.html.gz", gzip("<p>We bake.</p>")))))
        .containsExactly("ok");
    assertThat(codes(read(inputs.write("a.jsonl.gz", gzip(ROWS))))).containsExactly("ok", "ok");
    assertThat(
            codes(read(inputs.write("a.json.gz", gzip("[" + ROWS.replace("}\n{", "},{") + "]")))))
        .containsExactly("ok", "ok");
  }

  @Test
  void foldersAreReadInTheOrderOfTheirPaths() {
    inputs.write("in/b.txt", "b");
    inputs.write("in/a/z.md", "z");
    inputs.write("in/a/y.JSONL", ROWS);
    inputs.write("in/c.csv.gz", gzip("id,text\n3,We cook.\n"));
    inputs.write("in/readme.pdf", "%PDF-");
    inputs.write("in/.hidden.txt", "x");
    inputs.write("in/.git/a.txt", "x");
    Path in = folder.resolve("in");
    assertThat(read(in))
        .extracting(row -> row.id().text())
        .containsExactly(
            "1", "2", in.resolve("a/z.md").toString(), in.resolve("b.txt").toString(), "3");
  }

  @Test
  void foldersWithoutPostingsSaySo() {
    inputs.write("in/readme.pdf", "%PDF-");
    List<PostingRow> rows = read(folder.resolve("in"));
    assertThat(codes(rows)).containsExactly("no_postings");
    assertThat(failed(rows, 0).message()).startsWith(folder.resolve("in").toString());
  }

  @Test
  void missingFilesDoNotStopTheRun() {
    Path missing = folder.resolve("missing.txt");
    List<PostingRow> rows = read(missing, inputs.write("a.txt", "We bake."));
    assertThat(codes(rows)).containsExactly("unreadable_file", "ok");
    assertThat(failed(rows, 0).message()).contains(missing.toString(), "no such file");
  }

  @Test
  void brokenArchivesGiveTheirRowsAndAFailure() {
    byte[] whole = gzip(ROWS + "{\"text\":\"" + "We bake rolls. ".repeat(10) + "\"}\n");
    Path cut = inputs.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 12));
    List<PostingRow> rows = read(cut, inputs.write("b.txt", "We bake."));
    assertThat(codes(rows)).endsWith("unreadable_input", "ok");
    Path noGzip = inputs.write("c.txt.gz", new byte[] {0x1F, (byte) 0x8B, 9, 9, 9});
    assertThat(codes(read(noGzip))).containsExactly("unreadable_file");
  }

  @Test
  void binaryFilesAreNamed() {
    assertThat(message(inputs.write("a.txt", "%PDF-1.7 x"))).contains("a PDF document");
    assertThat(message(inputs.write("a", "PK\u0003\u0004x"))).contains("Word");
    assertThat(message(inputs.write("b.bin", new byte[] {'a', 0, 'b'}))).contains("binary");
    assertThat(message(inputs.write("c.html", new byte[] {1, 2, 3, 4}))).contains("binary");
    assertThat(codes(read(folder.resolve("b.bin")))).containsExactly("binary_file");
  }

  private static String message(Path file) {
    return failed(read(file), 0).message();
  }

  @Test
  void filesOfUnknownKindAreKnownByTheirStart() {
    assertThat(codes(read(inputs.write("posting", "We bake.")))).containsExactly("ok");
    assertThat(codes(read(inputs.write("rows", ROWS)))).containsExactly("ok", "ok");
    assertThat(
            posting(read(inputs.write("page.asp", "<html><p>We bake.")), 0)
                .posting()
                .body()
                .composed())
        .isTrue();
  }

  @Test
  void emptyAndLongTextsFail() {
    assertThat(codes(read(inputs.write("a.txt", "")))).containsExactly("empty_text");
    assertThat(codes(read(inputs.write("b.txt", " \n\u00A0\n")))).containsExactly("empty_text");
    ReadOptions options = new ReadOptions(null, null, null, null, 10);
    assertThat(codes(read(options, inputs.write("c.txt", "We bake bread."))))
        .containsExactly("text_too_long");
    assertThat(codes(read(options, inputs.write("d.html", "<p>We bake bread.</p>"))))
        .containsExactly("text_too_long");
    assertThat(codes(read(inputs.write("e.txt", new byte[(16 << 20) + 1]))))
        .containsExactly("binary_file");
    assertThat(codes(read(inputs.write("f.txt", "a".repeat((16 << 20) + 1)))))
        .containsExactly("text_too_long");
  }

  @Test
  void streamsAreSniffed() {
    assertThat(codes(readStream(ROWS))).containsExactly("ok", "ok");
    assertThat(codes(readStream("\n " + ROWS + "{broken\n")))
        .containsExactly("ok", "ok", "malformed_json");
    assertThat(codes(readStream("{\"text\":broken}\n" + ROWS)))
        .containsExactly("malformed_json", "ok", "ok");
    assertThat(codes(readStream("[{\"text\":\"We bake.\"}]"))).containsExactly("ok");
    assertThat(codes(readStream("{\n\"text\":\n\"We bake.\"}"))).containsExactly("ok");
    assertThat(posting(readStream("<!-- x --><p>We bake."), 0).posting().body().composed())
        .isTrue();
    assertThat(codes(readStream(""))).containsExactly("empty_text");
    assertThat(codes(readStream(gzip(ROWS), "-"))).containsExactly("ok", "ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{company} bakes.", "[Remote] Baker", "<3 bread", "We bake.", "{}{", "< 5 ms"})
  void otherStreamsAreText(String text) {
    JobPosting posting = posting(readStream(text), 0).posting();
    assertThat(posting.id()).isEqualTo(PostingId.of("-"));
    assertThat(posting.body().text()).isEqualTo(text);
  }

  @Test
  void longFirstRowsOfStreamsAreRows() {
    String row = "{\"text\":\"" + "We bake. ".repeat(20_000) + "\"}\n";
    assertThat(readStream(row + row))
        .extracting(posting -> posting.id().text())
        .containsExactly("-:1", "-:2");
  }

  @Test
  void namesOfStreamsMayTellTheirKind() {
    assertThat(codes(readStream("id,text\n1,We bake.\n".getBytes(UTF_8), "stdin.csv")))
        .containsExactly("ok");
  }

  @Test
  void streamsThatBreakOffGiveAFailure() {
    InputStream broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("pipe broke");
            }
            return 'a';
          }
        };
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    List<PostingRow> rows = Inputs.all(files.openStream(broken, "-"));
    assertThat(codes(rows)).containsExactly("unreadable_input");
    assertThat(failed(rows, 0).message()).contains("pipe broke");
  }

  @Test
  void rowsAreReadAsTheyAreAskedFor() {
    Path later = folder.resolve("later.txt");
    try (PostingRows rows =
        new PostingFiles(ReadOptions.defaults())
            .open(List.of(inputs.write("a.jsonl", ROWS), later))) {
      assertThat(rows.next().id()).isEqualTo(PostingId.ofLiteral("1"));
      inputs.write("later.txt", "We cook.");
      assertThat(rows.next().id()).isEqualTo(PostingId.ofLiteral("2"));
      assertThat(rows.next()).isInstanceOf(PostingRow.Posting.class);
      assertThat(rows.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
    }
  }

  @Test
  void limitsHaveToBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadOptions(null, null, null, null, 0))
        .withMessageContaining("0");
  }
}
