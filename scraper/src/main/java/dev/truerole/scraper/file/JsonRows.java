package dev.truerole.scraper.file;

import dev.truerole.scraper.board.TermFields;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes rows of the fields of JSON objects. */
final class JsonRows {

  /** Where a text may stand, the best place first. */
  private static final List<String> TEXTS =
      List.of("description", "text", "html", "description_html");

  private static final Set<String> MARKUP = Set.of("html", "description_html");

  /** Terms that are lists or objects. */
  private static final Set<String> TERMS =
      Set.of("locations", "employment_types", "employmentTypes", "salary");

  private final ReadOptions options;
  private final Set<String> structures;

  JsonRows(ReadOptions options) {
    this.options = options;
    this.structures =
        Set.copyOf(Stream.concat(Stream.of(idField(), BlockFields.NAME), TERMS.stream()).toList());
  }

  /** The fields that may be objects or arrays and still mean something. */
  Set<String> structures() {
    return structures;
  }

  private String idField() {
    return orElse(options.idColumn(), "id");
  }

  PostingRow row(Map<String, JsonValue> fields, String place) {
    PostingId id = id(fields.get(idField()), place);
    List<String> names = options.textColumn() == null ? TEXTS : List.of(options.textColumn());
    String name = names.stream().filter(n -> holdsText(fields.get(n))).findFirst().orElse(null);
    if (name == null) {
      return failure(fields, names, id, place);
    }
    String text = Objects.requireNonNull(fields.get(name)).text();
    RawRow row =
        new RawRow(
            id,
            place,
            scalar(fields.get(orElse(options.titleColumn(), "title"))),
            scalar(fields.get(orElse(options.companyColumn(), "company"))),
            scalar(fields.get("location")),
            date(fields),
            terms(fields),
            others(fields));
    boolean html = MARKUP.contains(name);
    return blocks(fields, text, html)
        .map(body -> row.withBody(body, options.maxChars()))
        .orElseGet(() -> row.withText(text, html, options.maxChars()));
  }

  private static Optional<PostingBody> blocks(
      Map<String, JsonValue> fields, String text, boolean html) {
    JsonValue blocks = fields.get(BlockFields.NAME);
    return html || blocks == null || !blocks.isStructure()
        ? Optional.empty()
        : BlockFields.read(blocks.text(), text);
  }

  private static PostingRow failure(
      Map<String, JsonValue> fields, List<String> names, PostingId id, String place) {
    for (String name : names) {
      JsonValue value = fields.get(name);
      if (value != null && !value.isString()) {
        return Failures.wrongType(id, place, name);
      }
    }
    boolean there = names.stream().anyMatch(fields::containsKey);
    return there
        ? Failures.emptyText(id, place)
        : Failures.missingText(id, place, names, fields.keySet());
  }

  private static PostingId id(@Nullable JsonValue value, String place) {
    if (value == null) {
      return PostingId.of(place);
    }
    return value.isString() ? PostingId.of(value.text()) : PostingId.ofLiteral(value.text());
  }

  private Map<String, String> others(Map<String, JsonValue> fields) {
    Map<String, String> others = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          boolean text = TEXTS.contains(name) || name.equals(options.textColumn());
          if (!text && !value.isStructure()) {
            others.put(name, value.text());
          }
        });
    return others;
  }

  private static @Nullable String date(Map<String, JsonValue> fields) {
    String date = scalar(fields.get("date"));
    return date == null ? scalar(fields.get("date_posted")) : date;
  }

  private static Terms terms(Map<String, JsonValue> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    fields.forEach((name, value) -> row.put(name, value.text()));
    TEXTS.forEach(row::remove);
    row.remove(BlockFields.NAME);
    return TermFields.read(row);
  }

  private static boolean holdsText(@Nullable JsonValue value) {
    return value != null && value.isString() && !value.text().isBlank();
  }

  private static @Nullable String scalar(@Nullable JsonValue value) {
    return value == null || value.isStructure() || value.text().isBlank() ? null : value.text();
  }

  private static String orElse(@Nullable String name, String usual) {
    return name == null ? usual : name;
  }
}
