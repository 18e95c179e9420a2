package dev.truerole.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of a request.
 *
 * @param source which of the three it gives
 * @param content the text, the HTML or the address
 * @param title as given, null to look for one
 */
record PostingRequest(
    Source source,
    String content,
    @Nullable String title,
    @Nullable String company,
    @Nullable PostingId id) {

  /** Where the posting's text comes from. */
  enum Source {
    TEXT("text"),
    HTML("html"),
    URL("url");

    private final String field;

    Source(String field) {
      this.field = field;
    }
  }

  private static final int MAX_LINE_CHARS = 1_000;
  private static final Set<String> FIELDS = Set.of("text", "html", "url", "title", "company", "id");

  /**
   * Reads an item.
   *
   * @throws Problem if it is none, saying which field is wrong
   */
  static PostingRequest of(JsonNode item) {
    if (!item.isObject()) {
      throw Problem.unprocessable(
          "wrong_type", "A posting is an object with text, html or url; this is none.");
    }
    checkFields(item);
    Source source = source(item);
    String content = string(item, source.field);
    if (content == null || content.isBlank()) {
      throw Problem.unprocessable("empty_text", "'" + source.field + "' is empty.");
    }
    return new PostingRequest(
        source, content, line(item, "title"), line(item, "company"), id(item));
  }

  private static void checkFields(JsonNode item) {
    if (item.properties().stream().anyMatch(field -> !FIELDS.contains(field.getKey()))) {
      throw Problem.unprocessable(
          "unknown_field", "A posting has the fields text, html, url, title, company, id only.");
    }
  }

  private static Source source(JsonNode item) {
    List<Source> given =
        List.of(Source.values()).stream().filter(source -> item.hasNonNull(source.field)).toList();
    if (given.size() != 1) {
      throw Problem.unprocessable(
          given.isEmpty() ? "missing_text" : "several_texts",
          "Give exactly one of text, html and url.");
    }
    return given.get(0);
  }

  private static @Nullable String string(JsonNode item, String field) {
    JsonNode value = item.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Problem.unprocessable("wrong_type", "'" + field + "' is not a string.");
    }
    return value.textValue();
  }

  private static @Nullable String line(JsonNode item, String field) {
    String value = string(item, field);
    if (value != null && value.length() > MAX_LINE_CHARS) {
      throw Problem.unprocessable(
          "too_long", "'" + field + "' has more than " + MAX_LINE_CHARS + " characters.");
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable PostingId id(JsonNode item) {
    JsonNode value = item.get("id");
    if (value != null && value.isIntegralNumber()) {
      return PostingId.ofLiteral(value.asText());
    }
    String id = line(item, "id");
    return id == null ? null : PostingId.of(id);
  }
}
