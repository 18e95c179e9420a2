package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import opennlp.tools.tokenize.SimpleTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

  private static final Tokenizer TOKENIZER = new Tokenizer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Python, R & SQL (5+ years).",
        "C++/C# and scikit-learn 1.3.2",
        "naïve Bayes — “quoted” data‑driven work",
        "データ サイエンティスト, مهندس, инженер",
        "😀 emoji 👩‍💻 and e\u0301 combining",
        "tabs\tand\u00a0no-break\u2003spaces\r\nand lines",
        "a1b2c3 2019-04-01 $120k–$140k 401(k)"
      })
  void tokensAreThoseOfSimpleTokenizer(String text) {
    assertThat(TOKENIZER.tokenize(text))
        .extracting(token -> token.of(text))
        .containsExactly(SimpleTokenizer.INSTANCE.tokenize(text));
  }

  @Test
  void tokenIsASliceOfTheText() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      String text = AnyText.of(random);
      int from = 0;
      for (Token token : TOKENIZER.tokenize(text)) {
        assertThat(token.start()).isGreaterThanOrEqualTo(from);
        assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
        assertThat(token.of(text)).doesNotContainAnyWhitespaces();
        from = token.end();
      }
    }
  }

  @Test
  void offsetsOfAPartAreThoseOfTheWhole() {
    String text = "We use Python. You know SQL.";
    List<Token> part = TOKENIZER.tokenize(text, 15, text.length());
    assertThat(part).extracting(token -> token.of(text)).containsExactly("You", "know", "SQL", ".");
    assertThat(part.get(0).start()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Python | python",
        "ÉCOLE | école",
        "’ | '",
        "“ | \"",
        "— | -",
        "ELECTROENCEPHALOGRAPHICALLYMEASURED | electroencephalographicallymeasured"
      })
  void normalFormIsLowerCaseAndPlain(String text, String normal) {
    assertThat(TOKENIZER.tokenize(text)).extracting(Token::normal).containsExactly(normal);
  }

  /** Forms are shared through slots; words that meet in one must not be taken for each other. */
  @Test
  void manyDifferentWordsKeepTheirOwnForms() {
    Random random = new Random(5);
    String[] words = new String[100_000];
    Arrays.setAll(words, i -> word(random));
    for (String word : words) {
      assertThat(TOKENIZER.tokenize(word).get(0).normal()).isEqualTo(word.toLowerCase());
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      char letter = (char) ('a' + random.nextInt(26));
      word.append(random.nextBoolean() ? Character.toUpperCase(letter) : letter);
    }
    return word.toString();
  }
}
