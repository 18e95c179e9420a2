package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Spark | spark",
        "KUBERNETES | kubernetes",
        "Interdisciplinary | interdisciplinary",
        "Electroencephalographically | electroencephalographically",
        "\u2019 | '",
        "\u2013 | -",
        "\u00C9tudes | \u00E9tudes"
      })
  void theFormIsComparable(String given, String form) {
    assertThat(Word.of(given).form()).isEqualTo(form);
    assertThat(Word.of(given)).isEqualTo(Word.of(form)).hasSameHashCodeAs(Word.of(form));
  }

  @Test
  void rareWordsDoNotDriveOutAFrequentOne() {
    Word frequent = Word.of("kubernetes");
    Word.of("kubernetes");
    for (int i = 0; i < 300_000; i++) {
      Word.of("rare" + i);
    }
    assertThat(Word.of("kubernetes")).isSameAs(frequent);
  }

  @Test
  void wordsThatStartAlikeAreToldApart() {
    List<String> words =
        IntStream.range(0, 5_000).mapToObj(i -> "internationally" + (10_000 + i)).toList();
    assertThat(words).allSatisfy(word -> assertThat(Word.of(word).form()).isEqualTo(word));
  }

  /** Those a word has room for, and one more. */
  @Test
  void memosAnswerAsTheirFunctionsDo() {
    List<WordMemo> memos =
        IntStream.rangeClosed(0, WordMemo.MEMOS)
            .mapToObj(i -> new WordMemo(form -> form.length() + i - 6))
            .toList();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < memos.size(); i++) {
        assertThat(memos.get(i).of(Word.of("spark"))).isEqualTo(i - 1);
        assertThat(memos.get(i).of(Word.of("\u00E9tudes"))).isEqualTo(i);
      }
    }
  }
}
