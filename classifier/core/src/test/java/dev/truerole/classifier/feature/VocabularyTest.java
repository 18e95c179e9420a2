package dev.truerole.classifier.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.text.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

  @TempDir private Path directory;

  @Test
  void savedVocabularyIsReadAgain() throws IOException {
    Vocabulary learned = Vocabulary.learn(Shipped.segments(), 2, 3);
    learned.save(directory.resolve("first"));
    Vocabulary loaded = Vocabulary.load(directory.resolve("first"));
    loaded.save(directory.resolve("second"));
    assertThat(loaded.size()).isEqualTo(learned.size());
    assertThat(directory.resolve("second")).hasSameBinaryContentAs(directory.resolve("first"));
    for (String feature : Files.readAllLines(directory.resolve("first"))) {
      assertThat(loaded.id(feature)).isEqualTo(learned.id(feature)).isPresent();
    }
  }

  @Test
  void emptyVocabularyStaysEmpty() throws IOException {
    Path file = directory.resolve("empty");
    Vocabulary.of(List.of()).save(file);
    assertThat(Vocabulary.load(file).size()).isZero();
  }

  @Test
  void featureThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("sql", "python", "sql")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sql");
  }

  @Test
  void idsAreTheOrderGiven() {
    Vocabulary vocabulary = Vocabulary.of(List.of("sql", "python", "sql python"));
    assertThat(vocabulary.id("sql")).hasValue(0);
    assertThat(vocabulary.id("sql python")).hasValue(2);
    assertThat(vocabulary.id("java")).isEmpty();
  }

  @Test
  void rareFeaturesAreNotLearned() {
    List<List<Segment>> postings =
        List.of(
            List.of(Words.sentence("deep models deep models")),
            List.of(Words.sentence("deep models"), Words.sentence("tea")),
            List.of(Words.sentence("deep water")));
    Vocabulary vocabulary = Vocabulary.learn(postings, 2, 2);
    assertThat(vocabulary.size()).isEqualTo(3);
    assertThat(vocabulary.id("deep")).as("in 3 postings, so the first").hasValue(0);
    assertThat(vocabulary.id("deep models")).as("before 'models', both in 2").hasValue(1);
    assertThat(vocabulary.id("models")).hasValue(2);
    assertThat(vocabulary.id("tea")).isEmpty();
    assertThat(Vocabulary.learn(postings, 2, 3).id("deep models")).isEmpty();
    assertThat(Vocabulary.learn(postings, 1, 3).id("tea")).isPresent();
  }

  @Test
  void orderOfThePostingsDoesNotMatter() throws IOException {
    List<List<Segment>> reversed = new java.util.ArrayList<>(Shipped.segments());
    java.util.Collections.reverse(reversed);
    Vocabulary.learn(Shipped.segments(), 2, 3).save(directory.resolve("a"));
    Vocabulary.learn(reversed, 2, 3).save(directory.resolve("b"));
    assertThat(directory.resolve("b")).hasSameBinaryContentAs(directory.resolve("a"));
  }
}
