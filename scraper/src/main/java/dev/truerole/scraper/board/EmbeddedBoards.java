package dev.truerole.scraper.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the board that an employer's own page is, embeds or links to. */
final class EmbeddedBoards {

  /** One link may be to a partner or a customer; a list of jobs has several. */
  private static final int MIN_LINKS = 2;

  /** Links looked at; a page with more is not about one board. */
  private static final int MAX_LINKS = 2_000;

  /** The parameter that Greenhouse's own script has its board in. */
  private static final Pattern GREENHOUSE_TOKEN =
      Pattern.compile("\"?(?:boardToken|urlToken)\"?\\s{0,5}:\\s{0,5}\"([A-Za-z0-9._-]{1,100})\"");

  private EmbeddedBoards() {}

  static Optional<BoardSource> find(
      ParsedPage page, Function<WebAddress, Optional<BoardSource>> recognize) {
    if (!mentionsAny(page)) {
      return Optional.empty();
    }
    Document document = page.document();
    return teamtailor(document, page.source())
        .or(() -> only(boards(document, "script[src], iframe[src]", "src", recognize), 1))
        .or(() -> only(greenhouse(document), 1))
        .or(() -> only(boards(document, "a[href]", "href", recognize), MIN_LINKS));
  }

  /** A word of each provider's addresses; most pages have none. */
  private static final List<String> WORDS =
      List.of(
          "greenhouse",
          "lever.co",
          "ashbyhq",
          "smartrecruiters",
          "workable",
          "recruitee",
          "personio",
          "teamtailor",
          "bamboohr",
          "ycombinator",
          "hn.algolia",
          "hacker-news",
          "myworkday");

  private static boolean mentionsAny(ParsedPage page) {
    return WORDS.stream().anyMatch(page::mentions);
  }

  private static Optional<BoardSource> teamtailor(Document document, String source) {
    boolean marked =
        document.select("script[src], link[href], img[src]").stream()
            .map(element -> element.attr("src") + element.attr("href"))
            .flatMap(text -> WebAddress.of(text).stream())
            .anyMatch(address -> address.host().endsWith("teamtailor-cdn.com"));
    return marked
        ? WebAddress.of(source).map(address -> new TeamtailorSource(address.host()))
        : Optional.empty();
  }

  private static Stream<BoardSource> greenhouse(Document document) {
    return document.select("script:not([src])").stream()
        .map(Element::data)
        .filter(data -> data.contains("greenhouse"))
        .map(GREENHOUSE_TOKEN::matcher)
        .filter(Matcher::find)
        .map(token -> "https://boards.greenhouse.io/" + token.group(1))
        .flatMap(address -> WebAddress.of(address).flatMap(GreenhouseSource::recognize).stream());
  }

  private static Stream<BoardSource> boards(
      Document document,
      String selector,
      String attribute,
      Function<WebAddress, Optional<BoardSource>> recognize) {
    return document.select(selector).stream()
        .limit(MAX_LINKS)
        .map(element -> element.attr(attribute))
        .map(address -> address.startsWith("//") ? "https:" + address : address)
        .flatMap(address -> WebAddress.of(address).flatMap(recognize).stream());
  }

  /** The one board that is named, often enough. */
  private static Optional<BoardSource> only(Stream<BoardSource> named, int minTimes) {
    Map<BoardSource, Integer> counts = new HashMap<>();
    named.forEach(board -> counts.merge(board, 1, Integer::sum));
    return counts.size() == 1
        ? counts.entrySet().stream()
            .filter(count -> count.getValue() >= minTimes)
            .map(Map.Entry::getKey)
            .findFirst()
        : Optional.empty();
  }
}
