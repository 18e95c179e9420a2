package dev.truerole.classifier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * Splits text where the kind of character changes (letters, digits, equal signs), by OpenNLP's
 * SimpleTokenizer: "C++" gives {@code c ++}, "scikit-learn" {@code scikit - learn}. Thread-safe.
 */
public final class Tokenizer {

  private static final int ASCII = 128;

  /** The tokens of {@code [start, end)}, ascending; offsets are those of the whole text. */
  public List<Token> tokenize(String text, int start, int end) {
    opennlp.tools.util.Span[] spans =
        SimpleTokenizer.INSTANCE.tokenizePos(text.substring(start, end));
    List<Token> tokens = new ArrayList<>(spans.length);
    for (opennlp.tools.util.Span span : spans) {
      int from = start + span.getStart();
      int to = start + span.getEnd();
      tokens.add(new Token(from, to, normalize(text.substring(from, to))));
    }
    return tokens;
  }

  /** The tokens of a whole string. */
  public List<Token> tokenize(String text) {
    return tokenize(text, 0, text.length());
  }

  private static String normalize(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c < ASCII) ? lower : plain(lower);
  }

  private static String plain(String token) {
    return token
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace('\u2013', '-')
        .replace('\u2014', '-');
  }
}
