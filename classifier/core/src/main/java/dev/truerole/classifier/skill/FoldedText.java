package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Tokenizer;
import java.util.List;
import java.util.function.Function;

/**
 * Tokens as one comparable string: one space where the text has a gap or a hyphen, none around a
 * slash, so that "scikit-learn" equals "scikit learn" and "CI / CD" equals "CI/CD". Tokens that
 * touch stay together: "S3" is not "s 3".
 */
final class FoldedText {

  private static final Tokenizer TOKENIZER = new Tokenizer();

  private FoldedText() {}

  /** A name or alias in the one case and spelling that names are compared in. */
  static String key(String phrase) {
    return join(TOKENIZER.tokenize(phrase), token -> Spelling.fold(token.normal()));
  }

  /** The same with case and spelling kept. */
  static String cased(String phrase) {
    return cased(phrase, TOKENIZER.tokenize(phrase));
  }

  /** Tokens of a text with case and spelling kept. */
  static String cased(String text, List<Token> tokens) {
    return join(tokens, token -> token.of(text));
  }

  private static String join(List<Token> tokens, Function<Token, String> word) {
    StringBuilder chars = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (!isHyphen(tokens.get(i))) {
        if (chars.length() > 0 && isGapBefore(tokens, i)) {
          chars.append(' ');
        }
        chars.append(word.apply(tokens.get(i)));
      }
    }
    return chars.toString();
  }

  /** Whether a gap or a hyphen parts a token from the one before. */
  static boolean isGapBefore(List<Token> tokens, int i) {
    if (i == 0) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean slash = before.normal().equals("/") || tokens.get(i).normal().equals("/");
    return !slash && (isHyphen(before) || before.end() < tokens.get(i).start());
  }

  /** Whether a token is a hyphen, which parts words as a gap does. */
  static boolean isHyphen(Token token) {
    return token.normal().equals("-");
  }
}
