package dev.truerole.classifier.skill;

import dev.truerole.classifier.skill.Asks.Degree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
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

  /** A word that a degree may start with, and what has to stand around it. */
  private record Opener(Degree degree, BiPredicate<Setting, Integer> condition) {
    boolean isOne(Setting setting, int i) {
      return condition.test(setting, i);
    }
  }

  private static final Map<String, Opener> OPENERS = openers();

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

  /** Whether a degree may start with a word. */
  static boolean mayOpen(String word) {
    return OPENERS.containsKey(word);
  }

  private static @Nullable Degree at(Setting setting, int i) {
    Opener opener = OPENERS.get(setting.word(i));
    return opener != null && opener.isOne(setting, i) ? opener.degree() : null;
  }

  private static Map<String, Opener> openers() {
    Map<String, Opener> openers = new HashMap<>();
    BiPredicate<Setting, Integer> always = (setting, i) -> true;
    BiPredicate<Setting, Integer> alone = (setting, i) -> isShort(setting, i, i + 1);
    BiPredicate<Setting, Integer> dotted =
        (setting, i) -> isDotted(setting, i, Set.of("s", "a", "sc", "tech"));
    put(openers, Degree.BACHELOR, always, "bachelor", "bachelors", "baccalaureate");
    put(openers, Degree.BACHELOR, always, "undergraduate", "bsc", "beng", "btech");
    put(openers, Degree.BACHELOR, alone, "bs", "ba");
    put(openers, Degree.BACHELOR, dotted, "b");
    put(openers, Degree.MASTER, Degrees::isMaster, "master", "masters");
    put(openers, Degree.MASTER, always, "msc", "meng", "mba", "mtech");
    put(openers, Degree.MASTER, alone, "ms", "ma");
    put(openers, Degree.MASTER, dotted, "m");
    put(openers, Degree.DOCTORATE, always, "phd", "doctorate", "doctoral", "dphil");
    put(openers, Degree.DOCTORATE, (setting, i) -> isDotted(setting, i, Set.of("d")), "ph");
    put(openers, Degree.ASSOCIATE, Degrees::isAssociate, "associate", "associates");
    put(openers, Degree.HIGH_SCHOOL, (setting, i) -> setting.word(i + 1).equals("school"), "high");
    return Map.copyOf(openers);
  }

  private static void put(
      Map<String, Opener> openers,
      Degree degree,
      BiPredicate<Setting, Integer> condition,
      String... words) {
    for (String word : words) {
      openers.put(word, new Opener(degree, condition));
    }
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
