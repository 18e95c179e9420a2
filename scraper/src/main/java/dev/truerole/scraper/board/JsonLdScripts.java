package dev.truerole.scraper.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads the JSON-LD scripts of a page, with the repairs that real pages need. */
final class JsonLdScripts {

  private static final int MAX_DEPTH = 200;

  /** Comments around sections around comments are the most that has been seen. */
  private static final int MAX_LAYERS = 3;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .build();

  /** What old pages wrap scripts in, comment signs apart. */
  private static final List<String> WRAPPERS =
      List.of("<!--", "-->", "<![CDATA[", "]]>", "//", "/*", "*/", ";");

  /** A line's end between a value and the next key, where a comma was forgotten. */
  private static final Pattern FORGOTTEN_COMMA =
      Pattern.compile("([\"}\\]0-9el])([^\\S\\n]*+\\n\\s*+\"@?[A-Za-z]+\"\\s*:)");

  /** Tried one after the other, each on what the one before made. */
  private static final List<UnaryOperator<String>> REPAIRS =
      List.of(
          JsonLdScripts::unwrap,
          text -> Parser.unescapeEntities(text, false),
          text -> FORGOTTEN_COMMA.matcher(text).replaceAll("$1,$2"));

  private JsonLdScripts() {}

  /** The values of all scripts that can be read, in the order of the page. */
  static List<JsonNode> read(Document page) {
    return page.select("script[type]").stream()
        .filter(JsonLdScripts::isJsonLd)
        .map(script -> parse(script.data()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The type may carry parameters: {@code application/ld+json; charset=utf-8}. */
  private static boolean isJsonLd(Element script) {
    return script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
  }

  private static Optional<JsonNode> parse(String script) {
    String text = script;
    Optional<JsonNode> value = tryParse(text);
    for (int i = 0; i < REPAIRS.size() && value.isEmpty(); i++) {
      text = REPAIRS.get(i).apply(text);
      value = tryParse(text);
    }
    return value;
  }

  /** Takes the wrappers off both ends. */
  private static String unwrap(String text) {
    String inner = text.strip();
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      for (String wrapper : WRAPPERS) {
        inner = inner.startsWith(wrapper) ? inner.substring(wrapper.length()) : inner;
        inner =
            inner.endsWith(wrapper) ? inner.substring(0, inner.length() - wrapper.length()) : inner;
        inner = inner.strip();
      }
    }
    return inner;
  }

  private static Optional<JsonNode> tryParse(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isContainerNode);
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}
