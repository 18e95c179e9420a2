package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How well the blocks of whole pages are found. A block is right if its kind and its words are; the
 * figure is the F1 over all blocks of all pages. The expectations say what a person sees ({@code #}
 * headings, {@code -} items) and were written before the pages were read.
 */
class BlockF1Test {

  private static final Path PAGES = Path.of("src/test/resources/board/pages");
  private static final int MIN_PAGES = 40;
  private static final double MIN_F1 = 0.95;

  private static final List<Case> CASES = new ArrayList<>();

  private record Case(String name, String html, List<String> expected) {}

  /** Blocks that are right, that were found, and that should have been. */
  private record Counts(int right, int found, int wanted) {

    double f1() {
      return 2.0 * right / (found + wanted);
    }

    Counts plus(Counts other) {
      return new Counts(right + other.right, found + other.found, wanted + other.wanted);
    }
  }

  @BeforeAll
  static void readCases() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(PAGES)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    for (Path page : pages) {
      String name = page.getFileName().toString().replace(".html", "");
      List<String> lines = Files.readAllLines(PAGES.resolve(name + ".txt"));
      CASES.add(new Case(name, Files.readString(page), lines));
    }
  }

  @Test
  void blocksArePeoplesBlocks() {
    Counts ours = measure(BlockF1Test::parsed);
    Counts text = measure(html -> PostingBody.ofPlainText(Jsoup.parse(html).body().text()));
    Counts whole = measure(html -> PostingBody.ofPlainText(Jsoup.parse(html).body().wholeText()));
    System.out.printf(
        "block F1 over %d pages and %d blocks: %.3f; Jsoup text() %.3f, wholeText() %.3f%n",
        CASES.size(), ours.wanted(), ours.f1(), text.f1(), whole.f1());
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(MIN_PAGES);
    assertThat(ours.f1()).as("missed: %s", missed()).isGreaterThanOrEqualTo(MIN_F1);
    assertThat(text.f1()).isLessThan(ours.f1() / 2);
  }

  private static PostingBody parsed(String html) {
    return BoardParsers.parse(new Page("page", html), PostingId.of("x")).body();
  }

  private static Counts measure(Function<String, PostingBody> reader) {
    return CASES.stream()
        .map(one -> compare(one.expected(), lines(reader.apply(one.html()))))
        .reduce(new Counts(0, 0, 0), Counts::plus);
  }

  private static Counts compare(List<String> expected, List<String> found) {
    List<String> open = new ArrayList<>(expected);
    int right = (int) found.stream().filter(open::remove).count();
    return new Counts(right, found.size(), expected.size());
  }

  private static List<String> lines(PostingBody body) {
    return body.blocks().stream().map(block -> mark(block) + body.slice(block)).toList();
  }

  private static String mark(Block block) {
    return switch (block.kind()) {
      case HEADING -> "# ";
      case LIST_ITEM -> "- ";
      case PARAGRAPH -> "";
    };
  }

  private static List<String> missed() {
    return CASES.stream()
        .filter(one -> !lines(parsed(one.html())).equals(one.expected()))
        .map(one -> "\n" + one.name() + " " + lines(parsed(one.html())))
        .toList();
  }
}
