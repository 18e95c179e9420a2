package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Tokenizer;
import dev.truerole.classifier.text.Word;
import dev.truerole.classifier.text.WordMemo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The phrases of {@code level-cues.tsv}: columns phrase, effect, binds and reason, where {@code *}
 * in a phrase stands for any one word.
 */
final class CuePhrases {

  private static final String RESOURCE = "level-cues.tsv";
  private static final String ANY = "*";
  private static final int COLUMNS = 4;

  private static final List<Phrase> NONE = List.of();

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

  /** The words that phrases start with; most words start none. */
  private final WordMemo starts = new WordMemo(word -> byFirstWord.containsKey(word) ? 1 : 0);

  private record Phrase(List<String> words, Cue.Effect effect, Cue.Binds binds) {}

  private CuePhrases() {}

  /**
   * Loads the phrases that come with the product.
   *
   * @throws UncheckedIOException if they are missing
   */
  static CuePhrases load() {
    try (InputStream in = CuePhrases.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("no " + RESOURCE + " on the class path");
      }
      return of(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines, the first of which is the header. */
  static CuePhrases of(List<String> lines) {
    CuePhrases phrases = new CuePhrases();
    lines.stream().skip(1).forEach(phrases::add);
    phrases
        .byFirstWord
        .values()
        .forEach(list -> list.sort(Comparator.comparing(phrase -> -phrase.words().size())));
    return phrases;
  }

  /** The cues of a segment, ascending and without overlap; the longest phrase wins. */
  List<Cue> find(List<Token> tokens) {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      int from = i;
      i++;
      for (Phrase phrase : startingWith(tokens.get(from).word())) {
        if (stands(phrase, tokens, from)) {
          i = from + phrase.words().size();
          cues.add(new Cue(phrase.effect(), phrase.binds(), from, i));
          break;
        }
      }
    }
    return cues;
  }

  private List<Phrase> startingWith(Word word) {
    return starts.of(word) == 0 ? NONE : byFirstWord.getOrDefault(word.form(), NONE);
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS || cells[3].isBlank()) {
      throw new IllegalArgumentException("cue without four columns and a reason: " + line);
    }
    List<String> words = new Tokenizer().tokenize(cells[0]).stream().map(Token::normal).toList();
    Cue.Effect effect = Cue.Effect.valueOf(cells[1].toUpperCase(Locale.ROOT));
    Cue.Binds binds = Cue.Binds.valueOf(cells[2].toUpperCase(Locale.ROOT));
    byFirstWord
        .computeIfAbsent(words.get(0), word -> new ArrayList<>())
        .add(new Phrase(words, effect, binds));
  }

  private static boolean stands(Phrase phrase, List<Token> tokens, int from) {
    if (from + phrase.words().size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < phrase.words().size(); i++) {
      String word = phrase.words().get(i);
      if (!word.equals(ANY) && !word.equals(tokens.get(from + i).normal())) {
        return false;
      }
    }
    return true;
  }
}
