package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Terms.Workplace;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first line of a posting in a hiring thread: by custom {@code Company | Role | Place |
 * REMOTE}, but only the company's place is sure.
 *
 * @param parts what stands between the bars, after the company
 */
record HiringLine(String company, List<String> parts) {

  private static final int MAX_CHARS = 400;

  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern ADDRESS = Pattern.compile("\\s*[(\\[]?https?://\\S+|\\s*\\(\\s*\\)");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)\\b(?:engineers?|developers?|programmers?|designers?|scientists?|managers?"
              + "|architects?|analysts?|administrators?|researchers?|leads?|cto|sre|devops"
              + "|consultants?|writers?|marketers?|directors?|head of|swe)\\b");

  private static final Pattern REMOTE = Pattern.compile("(?i)\\bremote\\b");
  private static final Pattern HYBRID = Pattern.compile("(?i)\\bhybrid\\b");
  private static final Pattern ONSITE = Pattern.compile("(?i)\\bon-?\\s?site\\b");

  /** Parts that are neither role nor place: forms of work, pay, addresses, visas. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)remote|hybrid|on-?\\s?site|full-?\\s?time|part-?\\s?time|contract|intern|visa|salary"
              + "|equity|https?:|www\\.|\\.com\\b|\\d|[$€£]");

  /** The line taken apart, if it has bars at all. */
  static Optional<HiringLine> read(String line) {
    if (line.length() > MAX_CHARS || line.indexOf('|') < 0) {
      return Optional.empty();
    }
    List<String> parts = Stream.of(BAR.split(line)).map(String::strip).toList();
    String company = ADDRESS.matcher(parts.isEmpty() ? "" : parts.get(0)).replaceAll("").strip();
    return company.isEmpty()
        ? Optional.empty()
        : Optional.of(new HiringLine(company, List.copyOf(parts.subList(1, parts.size()))));
  }

  /** The first part that names a profession, or an empty string. */
  String role() {
    return parts.stream().filter(part -> ROLE.matcher(part).find()).findFirst().orElse("");
  }

  /** The only part that can be nothing but a place, or an empty string. */
  String place() {
    List<String> places =
        parts.stream()
            .filter(part -> !part.isEmpty())
            .filter(part -> !ROLE.matcher(part).find() && !ASIDE.matcher(part).find())
            .toList();
    return places.size() == 1 ? places.get(0) : "";
  }

  /** Where work is done, if the line names one way only. */
  Optional<Workplace> workplace() {
    Set<Workplace> named = EnumSet.noneOf(Workplace.class);
    for (String part : parts) {
      add(named, part, REMOTE, Workplace.REMOTE);
      add(named, part, HYBRID, Workplace.HYBRID);
      add(named, part, ONSITE, Workplace.ONSITE);
    }
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }

  private static void add(Set<Workplace> named, String part, Pattern word, Workplace workplace) {
    if (word.matcher(part).find()) {
      named.add(workplace);
    }
  }
}
