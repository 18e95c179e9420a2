package dev.truerole.scraper.file;

import static dev.truerole.scraper.file.Inputs.codes;
import static dev.truerole.scraper.file.Inputs.failed;
import static dev.truerole.scraper.file.Inputs.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.PostingId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

  private static final String A = "{\n \"id\": \"a\",\n \"text\": \"We bake.\"\n}";
  private static final String B = "{\"text\":\"We sell.\"}";

  @TempDir Path folder;

  @Test
  void anObjectIsARow() {
    assertThat(ids(A)).containsExactly("a");
  }

  @Test
  void eachElementOfAnArrayIsARow() {
    Path file = write("[" + A + "," + B + "]");
    assertThat(read(file))
        .extracting(PostingRow::id)
        .containsExactly(PostingId.of("a"), PostingId.of(file + ":2"));
  }

  @Test
  void objectsMayFollowEachOther() {
    assertThat(ids(A + A + "\n" + A)).containsExactly("a", "a", "a");
    assertThat(ids(B + "\n\n" + B)).containsExactly(file() + ":1", file() + ":3");
  }

  @Test
  void elementsThatAreNoObjectsFailAlone() {
    assertThat(codes(read(write("[" + B + ", 7, [[1]], null, " + B + "]"))))
        .containsExactly("ok", "malformed_json", "malformed_json", "malformed_json", "ok");
  }

  @Test
  void brokenJsonEndsTheFileButNotTheRun() {
    Path broken = write("[" + B + ",{\"text\":");
    Path other = new Inputs(folder).write("z.txt", "We bake.");
    List<PostingRow> rows = read(broken, other);
    assertThat(codes(rows)).containsExactly("ok", "malformed_json", "ok");
    assertThat(failed(rows, 1).message()).contains("line 1");
  }

  @Test
  void notEvenJson() {
    assertThat(codes(read(write("We bake.")))).containsExactly("malformed_json");
  }

  @Test
  void jsonLinesUnderAnotherNameAreReadAsSuch() {
    assertThat(codes(read(write(B + "\n{broken\n" + B))))
        .containsExactly("ok", "malformed_json", "ok");
  }

  @Test
  void anEmptyFileOrArrayHasNoRows() {
    assertThat(read(write(""))).isEmpty();
    assertThat(read(write("[]"))).isEmpty();
  }

  private List<String> ids(String json) {
    return read(write(json)).stream().map(row -> row.id().text()).toList();
  }

  private Path write(String json) {
    return new Inputs(folder).write("rows.json", json);
  }

  private Path file() {
    return folder.resolve("rows.json");
  }
}
