package dev.truerole.classifier.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * Splits text where the kind of character changes (letters, digits, equal signs), by OpenNLP's
 * SimpleTokenizer: "C++" gives {@code c ++}, "scikit-learn" {@code scikit - learn}. Thread-safe.
 */
public final class Tokenizer {

  /** The tokens of {@code [start, end)}, ascending; offsets are those of the whole text. */
  public List<Token> tokenize(String text, int start, int end) {
    String slice = text.substring(start, end);
    opennlp.tools.util.Span[] spans = SimpleTokenizer.INSTANCE.tokenizePos(slice);
    char[] chars = slice.toCharArray();
    List<Token> tokens = new ArrayList<>(spans.length);
    for (opennlp.tools.util.Span span : spans) {
      Word word = Lexicon.SHARED.word(chars, span.getStart(), span.getEnd());
      tokens.add(new Token(start + span.getStart(), start + span.getEnd(), word));
    }
    return tokens;
  }

  /** The tokens of a whole string. */
  public List<Token> tokenize(String text) {
    return tokenize(text, 0, text.length());
  }
}
