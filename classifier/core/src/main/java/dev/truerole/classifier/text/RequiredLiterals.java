package dev.truerole.classifier.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Literals one of which stands in every text that a regular expression matches, so that a fast
 * search for literals can tell which expressions are worth trying (as RE2's FilteredRE2 does).
 * Knows what the patterns here use: groups, classes, lookarounds, quantifiers.
 */
final class RequiredLiterals {

  /** A single letter stands nearly everywhere. */
  private static final int LEAST_LENGTH = 2;

  private final String regex;
  private final StringBuilder run = new StringBuilder();
  private Set<String> best = Set.of();

  private RequiredLiterals(String regex) {
    this.regex = regex;
  }

  /** The alternatives on the outermost level. */
  static List<String> alternatives(String regex) {
    List<String> alternatives = new ArrayList<>();
    int from = 0;
    int i = 0;
    while (i < regex.length()) {
      if (regex.charAt(i) == '|') {
        alternatives.add(regex.substring(from, i));
        from = i + 1;
      }
      i = afterItem(regex, i);
    }
    alternatives.add(regex.substring(from));
    return alternatives;
  }

  /** The literals of an expression without alternatives; empty if none can be told. */
  static Set<String> of(String alternative) {
    return new RequiredLiterals(alternative).read();
  }

  private static Set<String> ofAny(String regex) {
    Set<String> literals = new HashSet<>();
    for (String alternative : alternatives(regex)) {
      Set<String> some = of(alternative);
      if (some.isEmpty()) {
        return Set.of();
      }
      literals.addAll(some);
    }
    return literals;
  }

  private Set<String> read() {
    int i = 0;
    while (i < regex.length()) {
      int next = afterItem(regex, i);
      char c = regex.charAt(i);
      if (c == '?' || c == '*' || c == '{') {
        run.setLength(Math.max(0, run.length() - 1));
        endRun();
      } else if (c == '(') {
        endRun();
        group(regex.substring(i + 1, next - 1), next);
      } else if (c == '\\' && !Character.isLetterOrDigit(regex.charAt(i + 1))) {
        run.append(regex.charAt(i + 1));
      } else if ("\\[.^$+".indexOf(c) >= 0) {
        endRun();
      } else {
        run.append(c);
      }
      i = next;
    }
    endRun();
    return best;
  }

  private void group(String content, int next) {
    boolean optional = next < regex.length() && "?*{".indexOf(regex.charAt(next)) >= 0;
    boolean captures = !content.startsWith("?");
    if (!optional && (captures || content.startsWith("?:"))) {
      keep(ofAny(captures ? content : content.substring(2)));
    }
  }

  private void endRun() {
    if (run.length() >= LEAST_LENGTH) {
      keep(Set.of(run.toString()));
    }
    run.setLength(0);
  }

  private void keep(Set<String> literals) {
    if (shortest(literals) > shortest(best)) {
      best = literals;
    }
  }

  private static int shortest(Set<String> literals) {
    return literals.stream().mapToInt(String::length).min().orElse(0);
  }

  /** Behind the item at {@code i}: a character, an escape, a class, a group, a count. */
  private static int afterItem(String regex, int i) {
    return switch (regex.charAt(i)) {
      case '\\' -> "pP".indexOf(regex.charAt(i + 1)) >= 0 ? regex.indexOf('}', i) + 1 : i + 2;
      case '[' -> afterClass(regex, i);
      case '{' -> regex.indexOf('}', i) + 1;
      case '(' -> {
        int end = i + 1;
        while (regex.charAt(end) != ')') {
          end = afterItem(regex, end);
        }
        yield end + 1;
      }
      default -> i + 1;
    };
  }

  private static int afterClass(String regex, int start) {
    int i = start + 1;
    while (regex.charAt(i) != ']') {
      i += regex.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
