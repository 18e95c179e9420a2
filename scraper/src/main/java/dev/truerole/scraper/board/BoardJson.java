package dev.truerole.scraper.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.truerole.scraper.page.Page;

/** Reads the JSON that boards answer with: strictly, and within bounds. */
final class BoardJson {

  private static final int MAX_DEPTH = 100;
  private static final int START_CHARS = 40;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BoardJson() {}

  /**
   * @throws BoardFormatException if the page is no JSON object or array
   */
  static LooseJson read(Page page, String board) throws BoardFormatException {
    JsonNode value;
    try {
      value = MAPPER.readTree(page.html());
    } catch (JsonProcessingException unreadable) {
      throw new BoardFormatException(
          board, page.source(), "no JSON (it starts with '" + start(page.html()) + "')");
    }
    if (!value.isContainerNode()) {
      throw new BoardFormatException(board, page.source(), "no JSON object or array");
    }
    return new LooseJson(value);
  }

  /** How a text begins, for a message. */
  static String start(String text) {
    String line = CleanText.of(text.substring(0, Math.min(text.length(), 2 * START_CHARS)));
    return line.substring(0, Math.min(line.length(), START_CHARS));
  }
}
