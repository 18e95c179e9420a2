package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Tokenizer;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens as one comparable string that still knows its tokens: one space where the text has a gap
 * or a hyphen, none around a slash, so that "scikit-learn" equals "scikit learn" and "CI / CD"
 * equals "CI/CD". Tokens that touch stay together: "S3" is not "s 3".
 */
final class FoldedText {

  private static final Tokenizer TOKENIZER = new Tokenizer();
  private static final int NONE = -1;

  private final String chars;
  private final int[] tokenStarting;
  private final int[] tokenEnding;

  private FoldedText(String chars, int[] tokenStarting, int[] tokenEnding) {
    this.chars = chars;
    this.tokenStarting = tokenStarting;
    this.tokenEnding = tokenEnding;
  }

  /** Folds case and spelling. */
  static FoldedText of(List<Token> tokens) {
    String[] words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = Spelling.fold(tokens.get(i).normal());
    }
    return join(tokens, words);
  }

  /** A name or alias, folded as text is. */
  static String key(String phrase) {
    return of(TOKENIZER.tokenize(phrase)).chars;
  }

  /** The same with case and spelling kept. */
  static String cased(String phrase) {
    return cased(phrase, TOKENIZER.tokenize(phrase));
  }

  /** Tokens of a text with case and spelling kept. */
  static String cased(String text, List<Token> tokens) {
    String[] words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = tokens.get(i).of(text);
    }
    return join(tokens, words).chars;
  }

  String chars() {
    return chars;
  }

  /** The index of the token that starts at a position of {@link #chars()}, or a negative number. */
  int tokenStartingAt(int position) {
    return tokenStarting[position];
  }

  /** The index of the token that ends at a position, exclusive, or a negative number. */
  int tokenEndingAt(int position) {
    return tokenEnding[position];
  }

  private static FoldedText join(List<Token> tokens, String[] words) {
    StringBuilder chars = new StringBuilder();
    int[] starts = new int[words.length];
    int[] ends = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      if (isHyphen(tokens.get(i))) {
        starts[i] = NONE;
        ends[i] = NONE;
        continue;
      }
      if (chars.length() > 0 && isGapBefore(tokens, i)) {
        chars.append(' ');
      }
      starts[i] = chars.length();
      ends[i] = chars.append(words[i]).length();
    }
    return new FoldedText(
        chars.toString(), invert(starts, chars.length()), invert(ends, chars.length()));
  }

  private static int[] invert(int[] positions, int length) {
    int[] tokens = new int[length + 1];
    Arrays.fill(tokens, NONE);
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] != NONE) {
        tokens[positions[i]] = i;
      }
    }
    return tokens;
  }

  private static boolean isGapBefore(List<Token> tokens, int i) {
    if (i == 0) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean slash = before.normal().equals("/") || tokens.get(i).normal().equals("/");
    return !slash && (isHyphen(before) || before.end() < tokens.get(i).start());
  }

  private static boolean isHyphen(Token token) {
    return token.normal().equals("-");
  }
}
