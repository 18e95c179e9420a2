package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Where the clauses of a segment begin, so that "a plus" reaches back only as far as it should. */
final class Clauses {

  private static final Set<String> ENDS = Words.of(";", "!", "?", "\u2022", "|");

  private static final Set<String> CONTRASTS =
      Words.of("but", "however", "while", "whereas", "although", "though", "yet");

  /** Nouns and adjectives that open a new wish after a comma or "and". */
  private static final Set<String> WISHES =
      Words.of(
          "experience",
          "experienced",
          "knowledge",
          "familiarity",
          "familiar",
          "exposure",
          "understanding",
          "proficiency",
          "proficient",
          "background",
          "expertise",
          "ability",
          "competence",
          "competency",
          "fluency",
          "fluent",
          "skilled",
          "comfortable",
          "awareness",
          "certification",
          "interest",
          "years");

  /** Words that begin a wish wherever they stand. */
  private static final Set<String> WISH_OPENERS =
      Words.of(
          "experience",
          "experienced",
          "knowledge",
          "familiarity",
          "familiar",
          "exposure",
          "understanding",
          "proficiency",
          "proficient",
          "fluency",
          "fluent",
          "expertise",
          "ability",
          "strong",
          "solid",
          "proven",
          "demonstrated",
          "excellent",
          "hands",
          "working",
          "deep",
          "prior",
          "advanced",
          "extensive",
          "previous",
          "minimum",
          "must");

  /** Words that may stand before such a noun without being skills. */
  private static final Set<String> QUALIFIERS =
      Words.of(
          "prior",
          "some",
          "previous",
          "strong",
          "good",
          "great",
          "basic",
          "working",
          "additional",
          "any",
          "hands",
          "-",
          "on",
          "solid",
          "deep",
          "practical",
          "proven",
          "demonstrated",
          "excellent",
          "advanced",
          "extensive",
          "significant",
          "professional",
          "commercial",
          "relevant",
          "general",
          "a",
          "an",
          "in",
          "depth");

  private static final Set<String> JOINS =
      Words.of(",", "and", "or", "with", "plus", "&", ";", "(");

  private final BitSet starts = new BitSet();
  private final BitSet wishes = new BitSet();
  private final int size;

  private Clauses(int size) {
    this.size = size;
    starts.set(0);
  }

  static Clauses of(Setting setting, List<Cue> cues) {
    List<Token> tokens = setting.tokens();
    Clauses clauses = new Clauses(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      clauses.readToken(tokens, i);
      // A wrapped line goes on; a line that opens with a wish does not.
      if (i > 0 && WISH_OPENERS.contains(tokens.get(i).normal()) && setting.opensLine(i)) {
        clauses.starts.set(i);
      }
    }
    cues.forEach(cue -> clauses.readCue(tokens, cue));
    return clauses;
  }

  /** The first token of the clause that holds a token. */
  int startOf(int token) {
    return Math.max(0, starts.previousSetBit(token));
  }

  /** The token after the last one of the clause that holds a token. */
  int endOf(int token) {
    int next = starts.nextSetBit(token + 1);
    return next < 0 ? size : Math.min(next, size);
  }

  /** The same, taking the wishes that follow for a part of it: a demand reaches over them all. */
  int endOfWishes(int token) {
    int end = endOf(token);
    while (end < size && wishes.get(end)) {
      end = endOf(end);
    }
    return end;
  }

  /** Whether a word opens a wish, as "experience" does. */
  static boolean isWish(String word) {
    return WISHES.contains(word);
  }

  /** Whether a wish begins at a token, as with "strong" or "Proven experience". */
  static boolean opensWish(Setting setting, int token) {
    return WISH_OPENERS.contains(setting.word(token));
  }

  boolean isStart(int token) {
    return starts.get(token);
  }

  private void readToken(List<Token> tokens, int i) {
    String word = tokens.get(i).normal();
    if (ENDS.contains(word) || isSpacedDash(tokens, i) || isStop(tokens, i)) {
      starts.set(i + 1);
    } else if (CONTRASTS.contains(word)) {
      starts.set(i);
    } else if (WISHES.contains(word)) {
      openWish(tokens, i);
    }
  }

  private void openWish(List<Token> tokens, int noun) {
    int first = noun;
    while (first > 0 && QUALIFIERS.contains(tokens.get(first - 1).normal())) {
      first--;
    }
    // "experience and knowledge" is one wish.
    boolean doubled = first > 1 && WISHES.contains(tokens.get(first - 2).normal());
    if (first > 0 && !doubled && JOINS.contains(tokens.get(first - 1).normal())) {
      starts.set(first);
      wishes.set(first);
    }
  }

  /** A cue that looks back ends its clause, one that demands or looks forward begins one. */
  private void readCue(List<Token> tokens, Cue cue) {
    boolean parted = cue.binds() != Cue.Binds.LEFT && cue.binds() != Cue.Binds.END;
    if (!parted) {
      starts.set(cue.to());
    } else if (cue.binds() == Cue.Binds.RIGHT && cue.isStrong()) {
      starts.set(cue.from());
    }
    int open = Parentheses.opening(tokens, cue.from());
    if (open >= 0 && cue.isStrong()) {
      starts.set(open + 1);
      starts.set(Parentheses.closing(tokens, cue.to()));
    }
  }

  private static boolean isSpacedDash(List<Token> tokens, int i) {
    return (tokens.get(i).normal().equals("-") || tokens.get(i).normal().equals("--"))
        && i > 0
        && i + 1 < tokens.size()
        && tokens.get(i - 1).end() < tokens.get(i).start()
        && tokens.get(i).end() < tokens.get(i + 1).start();
  }

  /** A full stop with a gap behind it and more than an initial before it. */
  private static boolean isStop(List<Token> tokens, int i) {
    return tokens.get(i).normal().equals(".")
        && i > 0
        && i + 1 < tokens.size()
        && tokens.get(i - 1).normal().length() > 1
        && !(tokens.get(i - 1).normal().equals("etc")
            && !WISH_OPENERS.contains(tokens.get(i + 1).normal()))
        && tokens.get(i).end() < tokens.get(i + 1).start();
  }
}
