package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import java.util.List;

/** Finds the parentheses around a place among tokens; nested ones are read as one. */
final class Parentheses {

  private Parentheses() {}

  /** The index of the parenthesis that is open before a token, or -1. */
  static int opening(List<Token> tokens, int token) {
    for (int i = token - 1; i >= 0; i--) {
      String word = tokens.get(i).normal();
      if (word.startsWith(")")) {
        return -1;
      }
      if (word.equals("(")) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the next closing parenthesis from a token on, or the number of tokens. */
  static int closing(List<Token> tokens, int token) {
    int i = token;
    while (i < tokens.size() && !tokens.get(i).normal().startsWith(")")) {
      i++;
    }
    return i;
  }
}
