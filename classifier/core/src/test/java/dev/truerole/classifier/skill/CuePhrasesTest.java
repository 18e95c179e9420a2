package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.truerole.classifier.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CuePhrasesTest {

  private static final String HEADER = "phrase\teffect\tbinds\treason";

  @Test
  void theLongestPhraseWins() {
    assertThat(find("this is not required here"))
        .containsExactly(new Cue(Cue.Effect.SOFTEN, Cue.Binds.LEFT, 2, 4));
  }

  @Test
  void aStarStandsForAnyOneWord() {
    assertThat(find("a truly plus")).hasSize(1);
    assertThat(find("a truly grand plus")).isEmpty();
  }

  @Test
  void everyPhraseNeedsAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CuePhrases.of(List.of(HEADER, "a plus\tsoften\tleft\t ")))
        .withMessageContaining("a plus");
  }

  @Test
  void theShippedPhrasesLoad() {
    assertThat(CuePhrases.load().find(new Tokenizer().tokenize("Docker is a plus"))).hasSize(1);
  }

  private static List<Cue> find(String words) {
    return CuePhrases.of(
            List.of(
                HEADER,
                "required\tmust\tend\tdemands",
                "not required\tsoften\tleft\tsoftens",
                "a * plus\tsoften\tleft\tsoftens"))
        .find(new Tokenizer().tokenize(words));
  }
}
