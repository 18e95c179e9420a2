package dev.truerole.classifier.skill;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which skills of a segment stand for one another: "Python or R", "AWS/GCP", "such as A and B". */
final class Alternatives {

  /** What joins two names. */
  private enum Join {
    NONE,
    COMMA,
    AND,
    OR
  }

  /** Words between two names that part nothing. */
  private static final Set<String> FILLERS =
      Set.of("either", "a", "an", "the", "even", "in", "with", "using", "preferably", "ideally");

  private static final int MAX_GAP = 4;

  private final Setting setting;
  private final List<Match> names;
  private final BitSet linked = new BitSet();

  private Alternatives(Setting setting, List<Match> names) {
    this.setting = setting;
    this.names = names;
  }

  /** The names of the others for each match that has any. */
  static Map<Match, Set<String>> of(Setting setting, List<Match> matches) {
    Alternatives alternatives = new Alternatives(setting, apart(matches));
    alternatives.link();
    return alternatives.groups();
  }

  /** Without the vendors inside longer names. */
  private static List<Match> apart(List<Match> matches) {
    return matches.stream()
        .filter(match -> matches.stream().noneMatch(o -> !o.equals(match) && o.contains(match)))
        .toList();
  }

  private void link() {
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      Join join = i + 1 < names.size() ? join(i) : Join.NONE;
      if (join == Join.OR) {
        linkBack(i, from);
      }
      if (join == Join.NONE) {
        if (isExample(names.get(from).from())) {
          linked.set(from, i);
        }
        from = i + 1;
      }
    }
  }

  /** "A, B or C": the comma before an "or" is one, too. */
  private void linkBack(int or, int from) {
    linked.set(or);
    for (int i = or - 1; i >= from && !linked.get(i) && join(i) == Join.COMMA; i--) {
      linked.set(i);
    }
  }

  private Join join(int i) {
    int from = names.get(i).to();
    int to = names.get(i + 1).from();
    if (to - from > MAX_GAP || to <= from) {
      return Join.NONE;
    }
    Join join = Join.NONE;
    for (int at = from; at < to; at++) {
      Join here = join(setting.word(at));
      if (here == Join.NONE && !FILLERS.contains(setting.word(at))) {
        return Join.NONE;
      }
      join = here.compareTo(join) > 0 ? here : join;
    }
    return join;
  }

  private static Join join(String word) {
    return switch (word) {
      case "or", "/" -> Join.OR;
      case "and", "&" -> Join.AND;
      case ",", ";" -> Join.COMMA;
      default -> Join.NONE;
    };
  }

  /** Whether "such as", "e.g.", "like", "one of" or the like leads to a place. */
  private boolean isExample(int token) {
    int i = token - 1;
    while (i >= 0 && Set.of(",", ":", "(", ".", "the", "following").contains(setting.word(i))) {
      i--;
    }
    String last = setting.word(i);
    String before = setting.word(i - 1);
    return switch (last) {
      case "like" -> !before.equals("would");
      case "as" -> before.equals("such");
      case "g" -> setting.word(i - 2).equals("e");
      case "eg" -> true;
      case "example", "instance" -> before.equals("for");
      case "of" -> Set.of("one", "any", "either", "more").contains(before);
      default -> false;
    };
  }

  private Map<Match, Set<String>> groups() {
    Map<Match, Set<String>> groups = new HashMap<>();
    int from = linked.nextSetBit(0);
    while (from >= 0) {
      int to = linked.nextClearBit(from);
      Set<String> all = new TreeSet<>();
      names.subList(from, to + 1).forEach(name -> all.add(name.skill().name()));
      names.subList(from, to + 1).forEach(name -> groups.put(name, all));
      from = linked.nextSetBit(to);
    }
    return groups;
  }
}
