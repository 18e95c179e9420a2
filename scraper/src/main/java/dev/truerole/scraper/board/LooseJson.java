package dev.truerole.scraper.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A JSON value that may be anything: every question has an answer, if only an empty one. Keys are
 * found in any case; a single value and an array of one are the same.
 */
record LooseJson(JsonNode node) {

  private static final String JOB_POSTING = "jobposting";
  private static final int MAX_DEPTH = 20;

  /** All JobPosting objects at any depth, outer ones first. */
  static List<LooseJson> postings(List<JsonNode> values) {
    List<LooseJson> found = new ArrayList<>();
    values.forEach(value -> collect(value, found, 0));
    return found;
  }

  private static void collect(JsonNode value, List<LooseJson> found, int depth) {
    if (depth > MAX_DEPTH || !value.isContainerNode()) {
      return;
    }
    LooseJson object = new LooseJson(value);
    if (object.isPosting()) {
      found.add(object);
    } else {
      value.forEach(part -> collect(part, found, depth + 1));
    }
  }

  private boolean isPosting() {
    return get("@type").all().map(LooseJson::text).anyMatch(LooseJson::namesPosting);
  }

  /** Whether a type is JobPosting, as an IRI or with a prefix if need be. */
  static boolean namesPosting(String type) {
    String name = type.strip().toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)
        .equals(JOB_POSTING);
  }

  /** The value of a key in whatever case, or an empty node. */
  LooseJson get(String key) {
    if (node.has(key)) {
      return new LooseJson(node.get(key));
    }
    return node.properties().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(key))
        .findFirst()
        .map(Map.Entry::getValue)
        .map(LooseJson::new)
        .orElseGet(() -> new LooseJson(MissingNode.getInstance()));
  }

  /** The value at the end of a path of keys. */
  LooseJson at(String... keys) {
    LooseJson value = this;
    for (String key : keys) {
      value = value.get(key);
    }
    return value;
  }

  /** The first of several keys that has a value with text. */
  LooseJson first(String... keys) {
    LooseJson value = this;
    for (String key : keys) {
      value = get(key);
      if (!value.text().isBlank()) {
        return value;
      }
    }
    return value;
  }

  boolean isTrue() {
    return node.isBoolean() && node.booleanValue();
  }

  boolean isFalse() {
    return node.isBoolean() && !node.booleanValue();
  }

  /** Whether there is a value, if only {@code false} or an empty array. */
  boolean isThere() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The elements of an array, or the value itself; none if there is nothing. */
  Stream<LooseJson> all() {
    if (node.isArray()) {
      return node.valueStream().map(LooseJson::new);
    }
    return isThere() ? Stream.of(this) : Stream.empty();
  }

  /** The text of a string, number, {@code @value} or {@code name}; else an empty string. */
  String text() {
    JsonNode value = node;
    if (value.isArray()) {
      return all().map(LooseJson::text).filter(text -> !text.isBlank()).findFirst().orElse("");
    }
    if (value.isObject()) {
      String given = get("@value").text();
      return given.isEmpty() ? get("name").text() : given;
    }
    return scalar();
  }

  /** The text of a string or number on one line, without markup. */
  String line() {
    String text = Escapes.unescapeTags(text());
    return CleanText.of(text.indexOf('<') < 0 ? text : HtmlTree.parse(text).text());
  }

  private String scalar() {
    return node.isTextual() || node.isNumber() ? node.asText() : "";
  }
}
