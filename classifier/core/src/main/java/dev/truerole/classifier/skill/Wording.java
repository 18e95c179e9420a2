package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of a segment say about each of its tokens, whatever section it stands in. */
final class Wording {

  private static final Set<String> CLAUSE_ENDS =
      Words.of(".", ",", ";", ":", ")", "!", "and", "but", "or", "-", "/", "|");

  /** After these a wish may open as at the start of a segment. */
  private static final Set<String> OPENERS = Words.of(".", ";", ":", "!");

  private static final Set<String> IN_NUMBER =
      Words.of(
          "+", "-", "to", "at", "least", "minimum", "a", "of", "over", "(", ")", "two", "three");

  private static final Set<String> SEPARATORS = Words.of(",", "or", ";");

  private final List<Token> tokens;
  private final Clauses clauses;
  private final @Nullable Cue[] said;

  private Wording(List<Token> tokens, Clauses clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.said = new Cue[tokens.size()];
  }

  static Wording of(Setting setting, CuePhrases phrases) {
    List<Token> tokens = setting.tokens();
    List<Cue> cues = phrases.find(tokens);
    cues.removeIf(cue -> !isComplete(cue, setting));
    Wording wording = new Wording(tokens, Clauses.of(setting, cues));
    for (int i = 0; i < cues.size(); i++) {
      wording.apply(cues.get(i), i == 0 ? Optional.empty() : Optional.of(cues.get(i - 1)));
    }
    return wording;
  }

  /** What is said of a token, empty where nothing is. */
  Optional<Cue> at(int token) {
    return Optional.ofNullable(said[token]);
  }

  /** Whether anything in the segment speaks of softening. */
  boolean softens() {
    for (Cue cue : said) {
      if (cue != null && cue.effect() == Cue.Effect.SOFTEN) {
        return true;
      }
    }
    return false;
  }

  /** What closes a clause must stand at its end, or before the next wish: "Go preferred Strong". */
  private static boolean isComplete(Cue cue, Setting setting) {
    return cue.binds() != Cue.Binds.END
        || cue.to() == setting.size()
        || CLAUSE_ENDS.contains(setting.word(cue.to()))
        || setting.opensLine(cue.to())
        || Clauses.opensWish(setting, cue.to());
  }

  private void apply(Cue cue, Optional<Cue> before) {
    switch (cue.binds()) {
      case LEFT, END -> left(cue, before);
      case RIGHT -> right(cue);
      case START -> {
        if (opens(cue)) {
          right(cue);
        }
      }
      case EITHER -> {
        if (clauses.isStart(cue.from())) {
          right(cue);
        } else {
          left(cue, before);
        }
      }
    }
  }

  private boolean opens(Cue cue) {
    int first = firstOf(cue);
    return first == 0 || OPENERS.contains(tokens.get(first - 1).normal());
  }

  /** "At least 5+ years of" opens with its number. */
  private int firstOf(Cue cue) {
    int first = cue.from();
    while (first > 0 && isNumber(tokens.get(first - 1).normal())) {
      first--;
    }
    return first;
  }

  private static boolean isNumber(String word) {
    return IN_NUMBER.contains(word) || Character.isDigit(word.charAt(0));
  }

  private void right(Cue cue) {
    boolean colon = cue.to() < tokens.size() && tokens.get(cue.to()).normal().equals(":");
    boolean list = colon || tokens.get(cue.to() - 1).normal().equals(":");
    int last = cue.to() - 1;
    boolean soft = cue.effect() == Cue.Effect.SOFTEN;
    int end = soft ? clauses.endOf(last) : clauses.endOfWishes(last);
    boolean opening = cue.effect() == Cue.Effect.ASK && opens(cue);
    Cue meant = opening ? cue.opening(firstOf(cue)) : cue;
    paint(meant.from(), list ? tokens.size() : end, meant);
  }

  private void left(Cue cue, Optional<Cue> before) {
    int open = cue.from() - 1;
    if (open > 0 && tokens.get(open).normal().equals("(")) {
      paint(lastSeparator(clauses.startOf(open), open), open, cue);
      return;
    }
    int start = clauses.startOf(cue.from() == 0 ? 0 : cue.from() - 1);
    boolean demanded =
        before.isPresent()
            && before.get().effect() == Cue.Effect.MUST
            && before.get().from() >= start;
    int last = lastSeparator(start, cue.from());
    boolean another = hasWish(start, last) && hasWish(last, cue.from());
    paint(demanded || another ? last : start, cue.from(), cue);
  }

  private boolean hasWish(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Clauses.isWish(tokens.get(i).normal())) {
        return true;
      }
    }
    return false;
  }

  /** Where the last item of {@code [start, end)} begins. */
  private int lastSeparator(int start, int end) {
    int i = end;
    while (i > start && !SEPARATORS.contains(tokens.get(i - 1).normal())) {
      i--;
    }
    return i;
  }

  private void paint(int from, int to, Cue cue) {
    for (int i = from; i < to; i++) {
      Cue now = said[i];
      if (now == null || now.effect().compareTo(cue.effect()) < 0) {
        said[i] = cue;
      }
    }
  }
}
