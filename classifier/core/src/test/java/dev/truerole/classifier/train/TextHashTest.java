package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHashTest {

  /** {@code printf 'youbuildmodels3' | sha256sum | cut -c1-16}. */
  @Test
  void hashIsThatOfTheLettersAndDigits() {
    assertThat(TextHash.of("You build: models (3)!")).isEqualTo("58a362f6efae8d70");
  }

  @Test
  void layoutMakesNoOtherText() {
    assertThat(TextHash.of("You build\n\n * models 3"))
        .isEqualTo(TextHash.of("you build \u201cmodels\u201d 3"));
  }

  @Test
  void otherWordsMakeAnotherText() {
    assertThat(TextHash.of("You build models 4")).isNotEqualTo(TextHash.of("You build models 3"));
  }
}
