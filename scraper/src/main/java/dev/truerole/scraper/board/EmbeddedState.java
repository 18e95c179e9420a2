package dev.truerole.scraper.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the JSON that scripts of a page hold or assign to a global variable. */
final class EmbeddedState {

  private static final int MAX_DEPTH = 200;

  /** A page with more scripts holds no posting in the later ones. */
  private static final int MAX_SCRIPTS = 1_000;

  /** Assignments looked at per script; a script with more is no state. */
  private static final int MAX_ASSIGNMENTS = 5;

  private static final Pattern ASSIGNMENT =
      Pattern.compile("__(?:[A-Z_]{3,40}__|appData|remixContext)\\s{0,10}=\\s{0,10}(?=[{\\[])");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .build();

  private EmbeddedState() {}

  /** The values in the order of the page; what cannot be read is passed over. */
  static Stream<JsonNode> read(Document page) {
    return page.select("script").stream().limit(MAX_SCRIPTS).flatMap(EmbeddedState::read);
  }

  private static Stream<JsonNode> read(Element script) {
    String type = script.attr("type").toLowerCase(Locale.ROOT);
    String data = script.data();
    if (type.equals("application/json")) {
      return parse(data).stream();
    }
    if (type.contains("ld+json")) {
      return Stream.empty();
    }
    if (!data.contains("__")) {
      return Stream.empty();
    }
    Matcher assignment = ASSIGNMENT.matcher(data);
    return assignment
        .results()
        .limit(MAX_ASSIGNMENTS)
        .flatMap(found -> parse(data.substring(found.end())).stream());
  }

  /** Reads the first value; whatever script follows it does not matter. */
  private static Optional<JsonNode> parse(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      return Optional.ofNullable(parser.<JsonNode>readValueAsTree());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
