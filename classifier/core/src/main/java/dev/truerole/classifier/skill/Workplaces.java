package dev.truerole.classifier.skill;

import dev.truerole.classifier.skill.Asks.Workplace;
import java.util.Optional;
import java.util.Set;

/** Finds where the work is done: remotely, in an office, or both. */
final class Workplaces {

  /** "Remote sensing", "remote servers": no workplace. */
  private static final Set<String> REMOTE_THINGS =
      Set.of(
          "sensing",
          "sensor",
          "sensors",
          "server",
          "servers",
          "access",
          "monitoring",
          "desktop",
          "control",
          "patient",
          "patients",
          "sites",
          "areas",
          "team",
          "teams",
          "procedure",
          "code",
          "repository",
          "repositories",
          "data",
          "systems",
          "devices",
          "support",
          "diagnostics",
          "customers",
          "users",
          "tools",
          "colleagues");

  private static final Set<String> ABOUT_WORK =
      Set.of(
          "work",
          "working",
          "works",
          "role",
          "position",
          "job",
          "office",
          "location",
          "days",
          "week",
          "schedule",
          "home",
          "opportunity",
          "based",
          "employees",
          "workplace",
          "onsite",
          "remote",
          "remotely",
          "hybrid",
          "fully",
          "flexible",
          "candidates",
          "commute",
          "anywhere",
          "us");

  private static final Set<String> HYBRID_THINGS =
      Set.of(
          "cloud",
          "clouds",
          "architecture",
          "architectures",
          "infrastructure",
          "models",
          "search",
          "approach",
          "approaches",
          "systems",
          "solutions",
          "retrieval",
          "vehicles",
          "recommender");

  private static final Set<String> SITE_THINGS =
      Set.of(
          "gym",
          "support",
          "training",
          "interview",
          "interviews",
          "parking",
          "cafe",
          "fitness",
          "meals",
          "lunch",
          "customer",
          "client",
          "visits",
          "childcare",
          "visit",
          "healthcare");

  private static final Set<String> OPENERS =
      Set.of("remote", "remotely", "hybrid", "onsite", "on", "in", "work");

  private static final int SHORT = 6;

  private Workplaces() {}

  /** The first workplace that a segment states. */
  static Optional<Stated<Workplace>> find(Setting setting) {
    for (int i = 0; i < setting.size(); i++) {
      Optional<Place<Workplace>> place =
          mayOpen(setting.word(i)) ? at(setting, i) : Optional.empty();
      if (place.isPresent()) {
        return Optional.of(place.get().in(setting));
      }
    }
    return Optional.empty();
  }

  /** Whether a workplace may start with a word. */
  static boolean mayOpen(String word) {
    return OPENERS.contains(word);
  }

  private static Optional<Place<Workplace>> at(Setting setting, int i) {
    String after = setting.word(i + 1);
    return switch (setting.word(i)) {
      case "remote", "remotely" ->
          place(setting, Workplace.REMOTE, i, i + 1, !REMOTE_THINGS.contains(after));
      case "hybrid" -> place(setting, Workplace.HYBRID, i, i + 1, !HYBRID_THINGS.contains(after));
      case "onsite" -> place(setting, Workplace.ONSITE, i, i + 1, !SITE_THINGS.contains(after));
      case "on", "in" -> site(setting, i);
      case "work" ->
          place(setting, Workplace.REMOTE, i, i + 3, after.equals("from") && isHome(setting, i));
      default -> throw new IllegalStateException("no rule for " + setting.word(i));
    };
  }

  private static boolean isHome(Setting setting, int i) {
    return setting.word(i + 2).equals("home");
  }

  /** "On-site", "in-office", "in person" with a word of work beside. */
  private static Optional<Place<Workplace>> site(Setting setting, int i) {
    boolean hyphen = setting.word(i + 1).equals("-");
    int place = hyphen ? i + 2 : i + 1;
    boolean site =
        setting.word(i).equals("on")
            ? setting.word(place).equals("site")
            : hyphen && Set.of("office", "person").contains(setting.word(place));
    return place(
        setting,
        Workplace.ONSITE,
        i,
        place + 1,
        site && !SITE_THINGS.contains(setting.word(place + 1)));
  }

  private static Optional<Place<Workplace>> place(
      Setting setting, Workplace value, int from, int to, boolean allowed) {
    return allowed && isAboutWork(setting, from, to)
        ? Optional.of(new Place<>(value, from, to))
        : Optional.empty();
  }

  /** A few words that hardly say more, or a word of work beside. */
  private static boolean isAboutWork(Setting setting, int from, int to) {
    if (setting.size() - (to - from) <= SHORT) {
      return true;
    }
    for (int i = 0; i < setting.size(); i++) {
      if ((i < from || i >= to) && ABOUT_WORK.contains(setting.word(i))) {
        return true;
      }
    }
    return false;
  }
}
