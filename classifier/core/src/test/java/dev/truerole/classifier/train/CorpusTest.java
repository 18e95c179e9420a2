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

  /** Training learns from lessons, and figures never hear of them. */
  @Test
  void lessonsAreLearnedFromAndNotMeasuredBy() throws IOException {
    Path lessons = file("{\"id\":\"a\",\"scope\":\"out\"}", "{\"id\":\"b\",\"role\":\"hybrid\"}");
    CorpusFiles files = new CorpusFiles(List.of(data), List.of(), List.of(lessons), List.of());
    Corpus corpus = Corpus.load(files, false, ReadOptions.defaults());
    CorpusPosting a = posting(corpus, "a");
    CorpusPosting b = posting(corpus, "b");
    assertThat(a.taught()).isEqualTo(new Label(Role.OTHER, null, 2));
    assertThat(a.label()).isNotNull().isNotEqualTo(a.taught());
    assertThat(b.taught()).isEqualTo(new Label(Role.HYBRID, null, 2));
    assertThat(corpus.taught()).contains(a, b);
    assertThat(corpus.labelled()).allSatisfy(each -> assertThat(each.label()).isNotNull());
  }

  @Test
  void aLabelForAnotherTextIsAProblem() throws IOException {
    Corpus before = load(List.of(), List.of(), true);
    String text = posting(before, "a").posting().body().text();
    String right =
        "{\"id\":\"a\",\"role\":\"hybrid\",\"text_sha256\":\"%s\"}".formatted(TextHash.of(text));
    assertThat(posting(load(List.of(file(right)), List.of(), true), "a").labelled().role())
        .isEqualTo(Role.HYBRID);
    String wrong = right.replace(TextHash.of(text), TextHash.of("another"));
    Corpus corpus = load(List.of(file(wrong)), List.of(), true);
    assertThat(ids(corpus)).doesNotContain("a");
    assertThat(corpus.problems()).contains("a: its label was made for another text");
  }

  private static CorpusPosting posting(Corpus corpus, String id) {
    return corpus.postings().stream()
        .filter(posting -> posting.posting().id().text().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Points of a learning curve lose lessons and no label to measure by. */
  @Test
  void thinnedCorporaKeepTheirLabels() {
    Corpus all = AuthoredCorpus.authored();
    Corpus half = all.thinned(0.5, 3);
    assertThat(half.labelled()).hasSameSizeAs(all.labelled());
    assertThat(half.taught().size())
        .isBetween(all.taught().size() / 3, all.taught().size() * 2 / 3);
    assertThat(half.thinned(1, 3)).isEqualTo(half);
    assertThat(all.thinned(0.5, 3)).isEqualTo(half);
    assertThat(all.thinned(0.5, 4)).isNotEqualTo(half);
    assertThatThrownBy(() -> all.thinned(0, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all.thinned(1.1, 3)).isInstanceOf(IllegalArgumentException.class);
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
    CorpusFiles files = new CorpusFiles(List.of(data), labels, List.of(), excluded);
    return Corpus.load(files, unlabelledToo, ReadOptions.defaults());
  }

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("labels.jsonl"), List.of(lines));
  }

  private static List<String> ids(Corpus corpus) {
    return corpus.postings().stream().map(posting -> posting.posting().id().text()).toList();
  }
}
