package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of boards and what has to be read from them; see {@link GoldenJson} on rewriting. */
class BoardSourceGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/board/sources");

  /** How the names of cases begin, and a board of that provider. */
  private static final Map<String, String> BOARDS =
      Map.of(
          "greenhouse", "https://boards.greenhouse.io/tidewater",
          "lever", "https://jobs.lever.co/spoke",
          "ashby", "https://jobs.ashbyhq.com/Moss%20Labs",
          "smartrecruiters", "https://careers.smartrecruiters.com/Hulls",
          "workable", "https://apply.workable.com/kettle/",
          "recruitee", "https://canal.recruitee.com/",
          "personio", "https://wattwerk.jobs.personio.de/",
          "teamtailor", "https://fjord.teamtailor.com/jobs",
          "hn", "https://news.ycombinator.com/item?id=4400000");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.contains(".expected."))
          .filter(name -> !REFUSED.contains(name))
          .sorted()
          .toList();
    }
  }

  private static final List<String> REFUSED =
      List.of("personio_doctype_attack.xml", "personio_redirect_html.xml", "lever_html_mode.html");

  @ParameterizedTest
  @MethodSource("cases")
  void answerIsReadAsExpected(String name) throws Exception {
    ObjectNode json = json(board(name).read(page(name)));
    GoldenJson.check(json, CASES.resolve(name.replaceFirst("\\.\\w+$", ".expected.json")));
  }

  private static BoardSource board(String name) {
    String address = BOARDS.get(name.replaceFirst("_.*", ""));
    return BoardSources.recognize(URI.create(address)).orElseThrow();
  }

  private static Page page(String name) throws IOException {
    return Page.of("https://api.example/" + name, Files.readAllBytes(CASES.resolve(name)), null);
  }

  private static ObjectNode json(BoardListing listing) {
    ObjectNode json = GoldenJson.JSON.createObjectNode();
    listing.declaredTotal().ifPresent(total -> json.put("declaredTotal", total));
    listing.links().forEach(link -> json.withArray("/links").add(link.toString()));
    listing.next().forEach(next -> json.withArray("/next").add(next.toString()));
    for (JobPosting posting : listing.postings()) {
      json.withArray("/ids").add(posting.id().text());
      json.withArray("/postings").add(GoldenJson.of(posting));
    }
    return json;
  }

  @Test
  void everyProviderHasACase() throws IOException {
    List<String> covered = new ArrayList<>();
    for (String name : cases()) {
      covered.add(board(name).name());
    }
    assertThat(covered.stream().distinct()).hasSameSizeAs(BoardSources.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "personio_doctype_attack.xml",
        "personio_redirect_html.xml",
        "lever_html_mode.html",
      })
  void refusalIsNoEmptyBoard(String name) {
    assertThatExceptionOfType(BoardFormatException.class)
        .isThrownBy(() -> board(name).read(page(name)))
        .satisfies(problem -> assertThat(problem.source()).endsWith(name))
        .withMessageContaining(name);
  }
}
