package dev.truerole.scraper.file;

import static dev.truerole.scraper.file.Inputs.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names with wild cards, which no shell has replaced. */
class PatternTest {

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() {
    Inputs inputs = new Inputs(folder);
    for (String name : List.of("b.jsonl", "a.jsonl", "c.txt", "deep/d.jsonl", "deep/er/e.jsonl")) {
      inputs.write(name, "{\"id\":\"" + name + "\",\"text\":\"We bake.\"}\n");
    }
    inputs.write(".hidden.jsonl", "{}");
    inputs.write("[odd].jsonl", "{\"id\":\"odd\",\"text\":\"We bake.\"}\n");
  }

  @Test
  void aStarStaysInItsFolderAndTwoDoNot() {
    assertThat(ids("*.jsonl")).containsExactly("odd", "a.jsonl", "b.jsonl");
    assertThat(ids("{a,b}.jsonl")).containsExactly("a.jsonl", "b.jsonl");
    assertThat(ids("?.jsonl")).containsExactly("a.jsonl", "b.jsonl");
    assertThat(ids("*/*.jsonl")).containsExactly("deep/d.jsonl");
    assertThat(ids("deep/**.jsonl")).containsExactly("deep/d.jsonl", "deep/er/e.jsonl");
    assertThat(ids("**/e.*")).containsExactly("deep/er/e.jsonl");
  }

  @Test
  void aFileThatIsCalledSoIsMeantItself() {
    assertThat(ids("[odd].jsonl")).containsExactly("odd");
  }

  @Test
  void aPatternThatMatchesNothingSaysSo() {
    for (String pattern : List.of("*.csv", "none/*.jsonl", "[")) {
      List<PostingRow> rows = rows(pattern);
      assertThat(rows).hasSize(1);
      assertThat(codes(rows).get(0)).isIn("no_match", "unreadable_file");
    }
  }

  @Test
  void whatAPatternWouldMatchIsKnownBeforeItIsThere() throws IOException {
    String pattern = folder.resolve("*.jsonl").toString();
    assertThat(PostingFiles.isAmong(folder.resolve("new.jsonl"), pattern)).isTrue();
    assertThat(PostingFiles.isAmong(folder.resolve("deep/../new.jsonl"), pattern)).isTrue();
    assertThat(PostingFiles.isAmong(folder.resolve("new.csv"), pattern)).isFalse();
    assertThat(PostingFiles.isAmong(folder.resolve("deep/new.jsonl"), pattern)).isFalse();
  }

  @Test
  void bytesAreCountedAgainstTheWhole() {
    try (PostingRows rows = open("*.jsonl")) {
      long whole = rows.bytes().orElseThrow();
      assertThat(rows.files()).hasSize(3);
      assertThat(rows.bytesRead()).isZero();
      rows.forEachRemaining(row -> {});
      assertThat(rows.bytesRead()).isEqualTo(whole).isPositive();
    }
  }

  private List<String> ids(String pattern) {
    return rows(pattern).stream().map(row -> row.id().text()).toList();
  }

  private List<PostingRow> rows(String pattern) {
    return Inputs.all(open(pattern));
  }

  private PostingRows open(String pattern) {
    return new PostingFiles(ReadOptions.defaults())
        .open(List.of(folder + "/" + pattern), name -> Optional.empty());
  }
}
