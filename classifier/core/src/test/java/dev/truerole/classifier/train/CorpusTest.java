package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.model.Role;
import dev.truerole.scraper.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  @TempDir private Path directory;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data = directory.resolve("postings.jsonl");
    Files.writeString(
        data,
        String.join(
            "\n",
            "{\"id\":\"a\",\"description\":\"Run experiments.\",\"role\":\"data_scientist\",\"source\":\"us\"}",
            "{\"id\":\"b\",\"description\":\"Serve models.\",\"scope\":\"in\",\"ds_share\":10,\"near_dup_group\":\"g1\"}",
            "{\"id\":\"c\",\"description\":\"Sell tea.\"}",
            "{\"id\":4,\"description\":\"Bake bread.\",\"scope\":\"out\"}",
            "{\"id\":\"e\",\"description\":\"Do things.\",\"role\":\"wizard\"}",
            "{\"id\":\"f\",\"description\":\"   \",\"role\":\"other\"}",
            "this is no row",
            ""));
  }

  @Test
  void labelsStandInTheRows() {
    Corpus corpus = load(List.of(), List.of(), false);
    assertThat(ids(corpus)).containsExactly("a", "b", "4");
    assertThat(corpus.postings().get(0).labelled())
        .isEqualTo(new Label(Role.DATA_SCIENTIST, null, 2));
    assertThat(corpus.postings().get(0).source()).isEqualTo("us");
    assertThat(corpus.postings().get(1).labelled()).isEqualTo(new Label(Role.ML_ENGINEER, 0.1, 2));
    assertThat(corpus.postings().get(1).nearCopyGroup()).isEqualTo("g1");
    assertThat(corpus.postings().get(2).labelled().role()).isEqualTo(Role.OTHER);
  }

  @Test
  void unlabelledPostingsStayWhereWanted() {
    Corpus corpus = load(List.of(), List.of(), true);
    assertThat(ids(corpus)).containsExactly("a", "b", "c", "4");
    assertThat(corpus.labelled()).hasSize(3);
    assertThatThrownBy(() -> corpus.postings().get(2).labelled())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("c");
  }

  @Test
  void everyUnusableRowIsAProblem() {
    Corpus corpus = load(List.of(), List.of(), true);
    assertThat(corpus.problems()).hasSize(3);
    assertThat(corpus.problems())
        .anySatisfy(p -> assertThat(p).startsWith("e: ").contains("wizard"));
    assertThat(corpus.problems()).anySatisfy(p -> assertThat(p).contains("postings.jsonl"));
  }

  @Test
  void labelsFileWins() throws IOException {
    Path labels =
        file(
            "{\"id\":\"a\",\"scope\":\"in\",\"ds_share\":40,\"confidence\":1}",
            "{\"id\":\"b\",\"scope\":\"out\"}",
            "{\"id\":\"c\",\"role\":\"hybrid\",\"source\":\"them\"}",
            "{\"id\":4,\"role\":\"ml_engineer\"}");
    Corpus corpus = load(List.of(labels), List.of(), false);
    assertThat(ids(corpus)).containsExactly("a", "b", "c", "4");
    assertThat(corpus.postings())
        .extracting(CorpusPosting::labelled)
        .containsExactly(
            new Label(Role.HYBRID, 0.4, 1),
            new Label(Role.OTHER, null, 2),
            new Label(Role.HYBRID, null, 2),
            new Label(Role.ML_ENGINEER, null, 2));
    assertThat(corpus.postings().get(2).source()).isEqualTo("them");
  }

  @Test
  void excludedIdsAreLeftOut() throws IOException {
    Path excluded = file("{\"id\":\"a\"}", "{\"id\":4}", "{\"id\":\"unheard of\"}");
    assertThat(ids(load(List.of(), List.of(excluded), true))).containsExactly("b", "c");
  }

  @Test
  void badLabelLinesAreProblems() throws IOException {
    Path labels =
        file("no json", "{\"role\":\"hybrid\"}", "", "{\"id\":\"c\",\"role\":\"hybrid\"}");
    Corpus corpus = load(List.of(labels), List.of(), false);
    assertThat(ids(corpus)).contains("c");
    assertThat(corpus.problems())
        .contains(labels + ":1: is no JSON object", labels + ":2: has no id");
  }

  @Test
  void missingLabelFileIsRefused() {
    Path missing = directory.resolve("nowhere.jsonl");
    assertThatThrownBy(() -> load(List.of(missing), List.of(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere.jsonl");
  }

  private Corpus load(List<Path> labels, List<Path> excluded, boolean unlabelledToo) {
    return Corpus.load(List.of(data), labels, excluded, unlabelledToo, ReadOptions.defaults());
  }

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("labels.jsonl"), List.of(lines));
  }

  private static List<String> ids(Corpus corpus) {
    return corpus.postings().stream().map(posting -> posting.posting().id().text()).toList();
  }
}
