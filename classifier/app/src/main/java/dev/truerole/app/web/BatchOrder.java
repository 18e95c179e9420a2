package dev.truerole.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.file.ReadOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered: a file and how to read it. Kept beside the file.
 *
 * @param name the file's own name
 * @param total its rows
 * @param columns as they stand in it
 * @param text which of them holds the text, null to go by the usual names
 */
record BatchOrder(
    String id,
    String name,
    Instant createdAt,
    long total,
    List<String> columns,
    @Nullable String text,
    @Nullable String title,
    @Nullable String idColumn,
    @Nullable String company,
    @Nullable String guessedText) {

  BatchOrder {
    columns = List.copyOf(columns);
  }

  ReadOptions reading() {
    return new ReadOptions(text, title, idColumn, company, ReadOptions.defaults().maxChars());
  }

  /** Where the text stands, which is no field of a row that was read. */
  @Nullable String textColumn() {
    return text == null ? guessedText : text;
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("id", id).put("name", name).put("createdAt", createdAt.toString());
    json.put("total", total);
    columns.forEach(json.putArray("columns")::add);
    json.put("text", text).put("title", title).put("idColumn", idColumn).put("company", company);
    return json.put("guessedText", guessedText);
  }

  static BatchOrder of(JsonNode json) {
    List<String> columns = new ArrayList<>();
    json.path("columns").forEach(column -> columns.add(column.asText()));
    return new BatchOrder(
        json.path("id").asText(),
        json.path("name").asText(),
        Instant.parse(json.path("createdAt").asText()),
        json.path("total").asLong(),
        columns,
        json.path("text").textValue(),
        json.path("title").textValue(),
        json.path("idColumn").textValue(),
        json.path("company").textValue(),
        json.path("guessedText").textValue());
  }
}
