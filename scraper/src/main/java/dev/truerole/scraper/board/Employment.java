package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Terms.EmploymentType;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words and codes that sources use for forms of employment and for where work is done. */
final class Employment {

  private static final Map<String, List<EmploymentType>> TYPES = new HashMap<>();

  private static final Map<String, Workplace> WORKPLACES =
      Map.ofEntries(
          Map.entry("remote", Workplace.REMOTE),
          Map.entry("fullyremote", Workplace.REMOTE),
          Map.entry("fully", Workplace.REMOTE),
          Map.entry("telecommute", Workplace.REMOTE),
          Map.entry("hybrid", Workplace.HYBRID),
          Map.entry("onsite", Workplace.ONSITE),
          Map.entry("inoffice", Workplace.ONSITE));

  static {
    add(EmploymentType.FULL_TIME, "fulltime fulltimepermanent fulltimeemployee vollzeit voltijd");
    add(EmploymentType.FULL_TIME, "full tempsplein");
    add(EmploymentType.PART_TIME, "parttime parttimepermanent part teilzeit deeltijd tempspartiel");
    add(EmploymentType.CONTRACTOR, "contract contractor contractors freelance freelancer");
    add(EmploymentType.TEMPORARY, "temporary temp");
    add(EmploymentType.INTERN, "intern internship praktikum stage traineeship trainee");
    add(EmploymentType.VOLUNTEER, "volunteer");
    add(EmploymentType.PER_DIEM, "perdiem");
    add(EmploymentType.OTHER, "other");
    TYPES.put("parttimetemporary", List.of(EmploymentType.PART_TIME, EmploymentType.TEMPORARY));
    TYPES.put("parttimefixedterm", List.of(EmploymentType.PART_TIME, EmploymentType.TEMPORARY));
    TYPES.put("fulltimefixedterm", List.of(EmploymentType.FULL_TIME, EmploymentType.TEMPORARY));
    TYPES.put("fulltimetemporary", List.of(EmploymentType.FULL_TIME, EmploymentType.TEMPORARY));
    TYPES.put("fullorparttime", List.of(EmploymentType.FULL_TIME, EmploymentType.PART_TIME));
    TYPES.put("fulltimeparttime", List.of(EmploymentType.FULL_TIME, EmploymentType.PART_TIME));
  }

  private Employment() {}

  private static void add(EmploymentType type, String words) {
    Stream.of(words.split(" ")).forEach(word -> TYPES.put(word, List.of(type)));
  }

  /** The types a text names, separated by commas, bars, slashes or {@code or}; unknown ones not. */
  static Stream<EmploymentType> types(String text) {
    List<EmploymentType> whole = TYPES.get(fold(text));
    return whole != null
        ? whole.stream()
        : Stream.of(text.split("[,;|/]|\\s(?:or|and|&)\\s"))
            .flatMap(part -> TYPES.getOrDefault(fold(part), List.of()).stream());
  }

  static Optional<Workplace> workplace(String text) {
    return Optional.ofNullable(WORKPLACES.get(fold(text)));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "").replaceFirst("jobs?$", "");
  }
}
