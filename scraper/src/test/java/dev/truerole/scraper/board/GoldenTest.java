package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages and what has to be read from them. {@code -Dtruerole.golden=write} rewrites the
 * expectations; read them before you commit them.
 */
class GoldenTest {

  private static final Path CASES = Path.of("src/test/resources/board");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - ".html".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pageIsReadAsExpected(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(CASES.resolve(name + ".html"));
    JobPosting posting = BoardParsers.parse(Page.of(name, bytes, null), PostingId.of(name));
    Path expected = CASES.resolve(name + ".json");
    if ("write".equals(System.getProperty("truerole.golden"))) {
      Files.writeString(expected, JSON.writeValueAsString(json(posting)) + "\n");
    }
    JsonNode golden = JSON.readTree(Files.readString(expected));
    assertThat(JSON.writeValueAsString(json(posting))).isEqualTo(JSON.writeValueAsString(golden));
  }

  @Test
  void thereAreManyVariedPages() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
  }

  private static ObjectNode json(JobPosting posting) {
    ObjectNode json = JSON.createObjectNode();
    json.put("title", posting.title());
    json.put("company", posting.company());
    json.put("location", posting.location());
    json.put("date", posting.date());
    ArrayNode blocks = json.putArray("blocks");
    for (Block block : posting.body().blocks()) {
      blocks.add(block.kind() + ": " + posting.body().slice(block));
    }
    return json;
  }
}
