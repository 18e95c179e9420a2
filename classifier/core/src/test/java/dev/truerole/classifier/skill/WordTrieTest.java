package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTrieTest {

  private final Tokenizer tokenizer = new Tokenizer();

  private static WordTrie<String> trie(String... phrases) {
    WordTrie<String> trie = new WordTrie<>();
    for (String phrase : phrases) {
      trie.put(FoldedText.key(phrase), List.of(phrase));
    }
    return trie;
  }

  private List<String> found(WordTrie<String> trie, String text) {
    List<Token> tokens = tokenizer.tokenize(text);
    List<String> found = new ArrayList<>();
    trie.find(
        tokens,
        (names, from, to) ->
            found.add(
                names.get(0)
                    + "@"
                    + text.substring(tokens.get(from).start(), tokens.get(to - 1).end())));
    return found;
  }

  @Test
  void findsOverlappingPhrasesInTheOrderOfTheirStarts() {
    assertThat(found(trie("sql server", "sql", "server side"), "SQL server side"))
        .containsExactly("sql@SQL", "sql server@SQL server", "server side@server side");
  }

  @Test
  void takesHyphensForSpacesAndSpacesAroundSlashesForNone() {
    WordTrie<String> trie = trie("scikit-learn", "CI/CD");
    assertThat(found(trie, "Scikit learn, scikit - learn and ci / cd"))
        .containsExactly(
            "scikit-learn@Scikit learn", "scikit-learn@scikit - learn", "CI/CD@ci / cd");
  }

  @Test
  void tellsTokensThatTouchFromTokensApart() {
    assertThat(found(trie("s3"), "S3, s 3")).containsExactly("s3@S3");
    assertThat(found(trie("c++"), "C++ and c ++")).containsExactly("c++@C++");
  }

  @Test
  void meetsBritishSpelling() {
    assertThat(found(trie("data visualization"), "data visualisation"))
        .containsExactly("data visualization@data visualisation");
  }

  /** The reference is a search for each phrase in the folded text, token by token. */
  @Test
  void findsWhatASearchForEachPhraseFinds() {
    Random random = new Random(3);
    String[] words = {"a", "b", "c", "-", "/", "3", "ab", "+", "--"};
    for (int round = 0; round < 300; round++) {
      List<String> phrases = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String phrase = phrase(random, words, 1 + random.nextInt(4));
        if (!FoldedText.key(phrase).isEmpty()) {
          phrases.add(phrase);
        }
      }
      String text = phrase(random, words, 25);
      WordTrie<String> trie = trie(phrases.toArray(String[]::new));
      List<String> spans = new ArrayList<>();
      List<Token> tokens = tokenizer.tokenize(text);
      trie.find(tokens, (names, from, to) -> spans.add(from + "-" + to));
      assertThat(spans).as(text).containsExactlyElementsOf(expected(phrases, tokens, text));
    }
  }

  private static String phrase(Random random, String[] words, int length) {
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < length; i++) {
      phrase.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
    }
    // Two slashes apart fold to the same string as two that touch, though they are other tokens.
    return phrase.toString().replaceAll("/[\\s-]*(?=/)", "").strip();
  }

  private static List<String> expected(List<String> phrases, List<Token> tokens, String text) {
    List<String> keys = phrases.stream().map(FoldedText::key).toList();
    List<String> spans = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from + 1; to <= tokens.size(); to++) {
        boolean hyphen =
            FoldedText.isHyphen(tokens.get(from)) || FoldedText.isHyphen(tokens.get(to - 1));
        String slice = text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
        if (!hyphen && keys.contains(FoldedText.key(slice))) {
          spans.add(from + "-" + to);
        }
      }
    }
    return spans;
  }
}
