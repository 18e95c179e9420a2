package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
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
    GoldenJson.check(GoldenJson.of(posting), CASES.resolve(name + ".json"));
  }

  @Test
  void thereAreManyVariedPages() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
  }
}
