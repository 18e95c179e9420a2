package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViablePrefixesTest {

  private static final Pattern PATTERN =
      Pattern.compile("(?:Key |Main )?Duties|[Ww]hat we (?:do|are)|Must(?=\\s*:)|No+te");

  private final ViablePrefixes prefixes = ViablePrefixes.of(PATTERN);

  @Test
  void rulesOutWhatNoMatchStartsWith() {
    assertThat(prefixes.mayOpen("Kebab", 0, 5)).isFalse();
    assertThat(prefixes.mayOpen("Duty", 0, 4)).isTrue();
    assertThat(prefixes.mayOpen("Data", 0, 4)).isFalse();
    assertThat(prefixes.mayOpen("a What", 2, 6)).isTrue();
  }

  @Test
  void asksThePatternNearTheEndAndBeyondAscii() {
    assertThat(prefixes.mayOpen("Xy", 0, 2)).isTrue();
    assertThat(prefixes.mayOpen("Xé, and", 0, 7)).isTrue();
  }

  @Test
  void neverRulesOutAMatch() {
    Random random = new Random(7);
    String letters = "KeyMainDutsWhwodrMust: N\t";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? "" : "Main Duties Must : What we do");
      for (int i = 0; i < 6; i++) {
        text.insert(
            random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
      }
      for (int at = 0; at < text.length(); at++) {
        if (PATTERN.matcher(text).region(at, text.length()).lookingAt()) {
          assertThat(prefixes.mayOpen(text.toString(), at, text.length())).as("%s", text).isTrue();
        }
      }
    }
  }
}
