package dev.truerole.scraper.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * What a page says about being read by programs: robots headers and elements, and the <a
 * href="https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/">TDM Reservation
 * Protocol</a>, whose header wins over its element and which knows no values but 0 and 1.
 */
final class PageSignals {

  private static final Pattern META = Pattern.compile("(?i)<meta\\s[^>]{0,1000}>");
  private static final Pattern NAME = attribute("name");
  private static final Pattern CONTENT = attribute("content");
  private static final Pattern RULES_FOR = Pattern.compile("\\s*([a-z0-9_-]+)\\s*:(.*)");

  /** Elements stand in the head. */
  private static final int LOOKED_AT = 100_000;

  private PageSignals() {}

  private static Pattern attribute(String name) {
    return Pattern.compile("(?i)\\b" + name + "\\s*=\\s*[\"']?\\s*([^\"'>]*)");
  }

  /** Whether text and data mining is reserved. */
  static boolean reservesMining(Headers headers, String text) {
    String header = headers.get("tdm-reservation");
    String value = header == null ? meta(text, "tdm-reservation").orElse("0") : header.strip();
    return value.equals("1");
  }

  /** The words with which a page asks not to be kept, such as {@code noindex}. */
  static Optional<String> refusesStorage(Headers headers, String text) {
    for (String header : headers.values("X-Robots-Tag")) {
      Optional<String> rule = refusal(forUs(header.toLowerCase(Locale.ROOT)));
      if (rule.isPresent()) {
        return rule.map(word -> "The header X-Robots-Tag says " + word + ".");
      }
    }
    return List.of(UserAgent.TOKEN, "robots").stream()
        .flatMap(name -> meta(text, name).stream())
        .findFirst()
        .flatMap(PageSignals::refusal)
        .map(word -> "The page's robots element says " + word + ".");
  }

  /** The rules of a header that are for all or for us; the date after a colon is not a name. */
  private static String forUs(String header) {
    Matcher named = RULES_FOR.matcher(header);
    if (!named.matches() || named.group(1).equals("unavailable_after")) {
      return header;
    }
    return named.group(1).equals(UserAgent.TOKEN) ? named.group(2) : "";
  }

  private static Optional<String> refusal(String rules) {
    for (String rule : rules.toLowerCase(Locale.ROOT).split(",", -1)) {
      String word = rule.strip();
      if (word.equals("noindex") || word.equals("none")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> meta(String text, String name) {
    Matcher element = META.matcher(text.substring(0, Math.min(text.length(), LOOKED_AT)));
    while (element.find()) {
      Matcher named = NAME.matcher(element.group());
      Matcher content = CONTENT.matcher(element.group());
      if (named.find() && named.group(1).strip().equalsIgnoreCase(name) && content.find()) {
        return Optional.of(content.group(1).strip());
      }
    }
    return Optional.empty();
  }
}
