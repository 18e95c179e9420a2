package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The blocks of a text as JSON, {@code [{"kind": "heading", "start": 0, "end": 12, "part":
 * "requirements", "boilerplate": true}]}, and back. Written only where the text alone would be read
 * otherwise: blocks that came from HTML, that a board declares or that it repeats.
 */
final class BlockFields {

  /** Where they stand. */
  static final String NAME = "blocks";

  private static final JsonMapper JSON = new JsonMapper();

  private BlockFields() {}

  static void write(JsonGenerator json, PostingBody body) throws IOException {
    if (PostingBody.ofPlainText(body.text()).blocks().equals(body.blocks())) {
      return;
    }
    json.writeArrayFieldStart(NAME);
    for (Block block : body.blocks()) {
      write(json, block);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Block block) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", PostingFormat.word(block.kind()));
    json.writeNumberField("start", block.start());
    json.writeNumberField("end", block.end());
    if (block.part() != null) {
      json.writeStringField("part", PostingFormat.word(block.part()));
    }
    if (block.boilerplate()) {
      json.writeBooleanField("boilerplate", true);
    }
    json.writeEndObject();
  }

  /** The text with its blocks; empty where the JSON is something else or of another text. */
  static Optional<PostingBody> read(String json, String text) {
    try {
      JsonNode given = JSON.readTree(json);
      List<Block> blocks = new ArrayList<>();
      for (JsonNode block : given.isArray() ? given : JSON.createArrayNode()) {
        blocks.add(read(block));
      }
      return blocks.isEmpty()
          ? Optional.empty()
          : Optional.of(new PostingBody(text, blocks, false));
    } catch (IllegalArgumentException | JsonProcessingException other) {
      return Optional.empty();
    }
  }

  private static Block read(JsonNode block) {
    JsonNode part = block.path("part");
    return new Block(
        Block.Kind.valueOf(name(block.path("kind"))),
        block.path("start").asInt(-1),
        block.path("end").asInt(-1),
        part.isTextual() ? Block.Part.valueOf(name(part)) : null,
        block.path("boilerplate").asBoolean());
  }

  private static String name(JsonNode word) {
    return word.asText().toUpperCase(Locale.ROOT);
  }
}
