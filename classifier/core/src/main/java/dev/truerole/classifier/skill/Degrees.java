package dev.truerole.classifier.skill;

import dev.truerole.classifier.skill.Asks.Degree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the degrees that a segment names. */
final class Degrees {

  /** What may follow "MS" and its like where they are degrees; "MS Excel" is none. */
  private static final Set<String> AFTER_SHORT =
      Set.of(
          "", "in", "or", "and", "/", ",", "degree", "degrees", ")", "with", "from", "+", ".", "-");

  private static final Set<String> NOT_AFTER_MASTER =
      Set.of("data", "the", "of", "plan", "scheduler", "branch", "service", "node", "new");

  private static final Set<String> NOT_BEFORE_MASTER = Set.of("scrum", "to", "will", "you");

  private Degrees() {}

  /** The degrees of a segment, ascending by place. */
  static List<Place<Degree>> find(Setting setting) {
    List<Place<Degree>> found = new ArrayList<>();
    for (int i = 0; i < setting.size(); i++) {
      Degree degree = at(setting, i);
      if (degree != null) {
        found.add(new Place<>(degree, i, end(setting, i)));
      }
    }
    return found;
  }

  private static @Nullable Degree at(Setting setting, int i) {
    return switch (setting.word(i)) {
      case "bachelor", "bachelors", "baccalaureate", "undergraduate", "bsc", "beng", "btech" ->
          Degree.BACHELOR;
      case "master", "masters" -> isMaster(setting, i) ? Degree.MASTER : null;
      case "msc", "meng", "mba", "mtech" -> Degree.MASTER;
      case "phd", "doctorate", "doctoral", "dphil" -> Degree.DOCTORATE;
      case "bs", "ba" -> isShort(setting, i, i + 1) ? Degree.BACHELOR : null;
      case "ms", "ma" -> isShort(setting, i, i + 1) ? Degree.MASTER : null;
      case "b" -> isDotted(setting, i, Set.of("s", "a", "sc", "tech")) ? Degree.BACHELOR : null;
      case "m" -> isDotted(setting, i, Set.of("s", "a", "sc", "tech")) ? Degree.MASTER : null;
      case "ph" -> isDotted(setting, i, Set.of("d")) ? Degree.DOCTORATE : null;
      case "associate", "associates" -> isAssociate(setting, i) ? Degree.ASSOCIATE : null;
      case "high" -> setting.word(i + 1).equals("school") ? Degree.HIGH_SCHOOL : null;
      default -> null;
    };
  }

  private static boolean isMaster(Setting setting, int i) {
    return !NOT_AFTER_MASTER.contains(setting.word(i + 1))
        && !NOT_BEFORE_MASTER.contains(setting.word(i - 1));
  }

  private static boolean isAssociate(Setting setting, int i) {
    int degree = setting.word(i + 1).equals("'") ? i + 3 : i + 1;
    return setting.word(degree).equals("degree");
  }

  private static boolean isShort(Setting setting, int i, int to) {
    String word = setting.tokens().get(i).of(setting.text());
    boolean capitals = setting.small() || word.chars().allMatch(Character::isUpperCase);
    return capitals && AFTER_SHORT.contains(setting.word(to));
  }

  private static boolean isDotted(Setting setting, int i, Set<String> letters) {
    return (setting.word(i + 1).equals(".") && letters.contains(setting.word(i + 2)))
        && (setting.small() || Character.isUpperCase(first(setting, i)));
  }

  private static char first(Setting setting, int i) {
    return setting.text().charAt(setting.tokens().get(i).start());
  }

  /** Behind "Master's degree", "Ph.D.", "high school". */
  private static int end(Setting setting, int i) {
    int to = i + 1;
    if (setting.word(to).equals(".") && setting.word(i).length() <= 2) {
      to = setting.word(to + 2).equals(".") ? to + 3 : to + 2;
    }
    if (setting.word(to).equals("'") && setting.word(to + 1).equals("s")) {
      to += 2;
    }
    boolean more = Set.of("degree", "degrees", "school").contains(setting.word(to));
    return Math.min(setting.size(), more ? to + 1 : to);
  }
}
