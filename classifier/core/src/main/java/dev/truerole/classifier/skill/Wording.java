package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the words of a segment say about each of its tokens, whatever section it stands in. */
final class Wording {

  private static final Set<String> CLAUSE_ENDS =
      Set.of(".", ",", ";", ":", ")", "!", "and", "but", "or", "-", "/", "|");

  /** After these a wish may open as at the start of a segment. */
  private static final Set<String> OPENERS = Set.of(".", ";", ":", "!");

  private final List<Token> tokens;
  private final Clauses clauses;
  private final Cue.Effect[] effects;

  private Wording(List<Token> tokens, Clauses clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.effects = new Cue.Effect[tokens.size()];
  }

  static Wording of(List<Token> tokens, CuePhrases phrases) {
    List<Cue> cues = phrases.find(tokens).stream().filter(cue -> isComplete(cue, tokens)).toList();
    Wording wording = new Wording(tokens, Clauses.of(tokens, cues));
    for (int i = 0; i < cues.size(); i++) {
      wording.apply(cues.get(i), i == 0 ? Optional.empty() : Optional.of(cues.get(i - 1)));
    }
    return wording;
  }

  /** What is said of a token, empty where nothing is. */
  Optional<Cue.Effect> at(int token) {
    return Optional.ofNullable(effects[token]);
  }

  /** Whether anything in the segment speaks of softening. */
  boolean softens() {
    return Arrays.asList(effects).contains(Cue.Effect.SOFTEN);
  }

  private static boolean isComplete(Cue cue, List<Token> tokens) {
    return cue.binds() != Cue.Binds.END
        || cue.to() == tokens.size()
        || CLAUSE_ENDS.contains(tokens.get(cue.to()).normal());
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
    return cue.from() == 0 || OPENERS.contains(tokens.get(cue.from() - 1).normal());
  }

  private void right(Cue cue) {
    boolean colon = cue.to() < tokens.size() && tokens.get(cue.to()).normal().equals(":");
    boolean list = colon || tokens.get(cue.to() - 1).normal().equals(":");
    int last = cue.to() - 1;
    boolean soft = cue.effect() == Cue.Effect.SOFTEN;
    int end = soft ? clauses.endOf(last) : clauses.endOfWishes(last);
    boolean opening = cue.effect() == Cue.Effect.ASK && opens(cue);
    paint(cue.from(), list ? tokens.size() : end, opening ? Cue.Effect.WISH : cue.effect());
  }

  private void left(Cue cue, Optional<Cue> before) {
    int open = cue.from() - 1;
    if (open > 0 && tokens.get(open).normal().equals("(")) {
      paint(lastSeparator(clauses.startOf(open), open), open, cue.effect());
      return;
    }
    int start = clauses.startOf(cue.from() == 0 ? 0 : cue.from() - 1);
    boolean demanded =
        before.isPresent()
            && before.get().effect() == Cue.Effect.MUST
            && before.get().from() >= start;
    int last = lastSeparator(start, cue.from());
    boolean another = hasWish(start, last) && hasWish(last, cue.from());
    paint(demanded || another ? last : start, cue.from(), cue.effect());
  }

  private boolean hasWish(int start, int end) {
    return tokens.subList(start, end).stream().map(Token::normal).anyMatch(Clauses::isWish);
  }

  /** Where the last item of {@code [start, end)} begins. */
  private int lastSeparator(int start, int end) {
    int i = end;
    while (i > start && !Set.of(",", "or", ";").contains(tokens.get(i - 1).normal())) {
      i--;
    }
    return i;
  }

  private void paint(int from, int to, Cue.Effect effect) {
    for (int i = from; i < to; i++) {
      Cue.Effect now = effects[i];
      if (now == null || now.compareTo(effect) < 0) {
        effects[i] = effect;
      }
    }
  }
}
