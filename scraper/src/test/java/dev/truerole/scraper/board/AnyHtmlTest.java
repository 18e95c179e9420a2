package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any HTML, however broken or hostile, ends in a posting, and soon. */
class AnyHtmlTest {

  private static final int PAGES = 2_000;
  private static final int PAGE_CHARS = 5 << 20;

  /** Two seconds once the code is compiled, which in a test it is not. */
  private static final Duration COLD = Duration.ofSeconds(6);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final List<String> PIECES =
      List.of(
          "<p>",
          "</p>",
          "<div>",
          "</div>",
          "<ul>",
          "<li>",
          "</ul>",
          "<ol>",
          "<h1>",
          "<h2>",
          "</h2>",
          "<br>",
          "<b>",
          "</b>",
          "<strong>",
          "<table>",
          "<tr>",
          "<td>",
          "</td>",
          "</table>",
          "<dl>",
          "<dt>",
          "<dd>",
          "</dl>",
          "<pre>",
          "\n",
          "\t",
          "<a href=x>",
          "</a>",
          "<span hidden>",
          "</span>",
          "<script type=application/ld+json>",
          "{\"@type\":\"JobPosting\",",
          "\"description\":\"",
          "\"}",
          "</script>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "&lt;p&gt;",
          "&lt;/p&gt;",
          "&amp;lt;br&amp;gt;",
          "&nbsp;",
          "&#xD83D;",
          "&#0;",
          "\uD83D",
          "\uDE00",
          "• ",
          "- ",
          "1. ",
          "Java",
          "Requirements:",
          "We are looking for a baker.",
          "<form>",
          "<svg>",
          "</svg>",
          "<template>",
          "<select>",
          "<option>",
          "<title>",
          "</title>",
          "<body hidden>",
          "<frameset>",
          "<nav>",
          "</nav>",
          "<button>",
          "<",
          ">",
          "\u0000",
          "\u00AD",
          " ");

  @Test
  void blocksOfRandomPagesAreTheirWords() {
    Random random = new Random(20260101);
    for (int i = 0; i < PAGES; i++) {
      String html = randomHtml(random);
      check(HtmlBlocks.read(html), html);
      JobPosting posting = BoardParsers.parse(new Page("random", html), PostingId.of("x"));
      check(posting.body(), html);
    }
  }

  private static String randomHtml(Random random) {
    StringBuilder html = new StringBuilder();
    for (int i = random.nextInt(80); i >= 0; i--) {
      html.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return html.toString();
  }

  private static void check(PostingBody body, String html) {
    int end = 0;
    for (Block block : body.blocks()) {
      assertThat(body.text().substring(end, block.start())).as(html).matches("\\n{0,2}(?:- )?");
      end = block.end();
    }
    assertThat(end).isEqualTo(body.text().length());
    assertThat(body.blocks())
        .as(html)
        .allSatisfy(
            block ->
                assertThat(body.slice(block))
                    .isEqualTo(body.slice(block).strip())
                    .doesNotContain("\n", "  ", "\u00A0", "\u200B", "\u00AD"));
  }

  static Stream<Arguments> hostilePages() {
    return Stream.of(
        hostile("nested divs", () -> "<div>".repeat(100_000) + "deep"),
        hostile("nested lists", () -> "<ul><li>item ".repeat(50_000)),
        hostile("nested bold", () -> "<b>x".repeat(20_000)),
        hostile("nested tables", () -> "<table><tr><td>x".repeat(20_000)),
        hostile("nested noise", () -> "<div class=cookie>x".repeat(20_000) + "<h1>y"),
        hostile("long line", () -> "word ".repeat(400_000)),
        hostile("white space", () -> "<p># a" + " ".repeat(1_000_000) + "b"),
        hostile("white space in text", () -> "# a" + " ".repeat(1_000_000) + "b"),
        hostile("line breaks", () -> "<br>".repeat(300_000)),
        hostile("bullets", () -> "<p>" + "• x ".repeat(200_000)),
        hostile("brackets", () -> "<".repeat(500_000)),
        hostile("ampersands", () -> "&amp;".repeat(200_000) + "lt;p&gt;"),
        hostile("escaped", () -> "&lt;p&gt;x".repeat(100_000)),
        hostile("comments", () -> "<!-- -->".repeat(200_000)),
        hostile("attributes", () -> "<p " + "a=b ".repeat(200_000) + ">x"),
        hostile("script", () -> script(" ".repeat(1_000_000) + "{")),
        hostile("script lines", () -> script("\"" + "\n".repeat(500_000) + "x")),
        hostile("script wrappers", () -> script(";".repeat(500_000))),
        hostile("deep script", () -> script("{\"@graph\":[".repeat(50_000))),
        hostile("paragraphs", () -> "<p>A short line</p><li>x".repeat(50_000)));
  }

  /** As large as a page may be, and of nothing but one thing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><b>",
        "<div><b>x",
        "<dl><dt>x<dd>y",
        "<a",
        "<",
        "<br>x",
        "<header>x",
        "<div class=cookie>x",
        "<div itemprop=description>x",
        "typeof=\"",
        "____",
        "• x ",
        "<p style='font-weight:x'>y and a few more words to make the element long"
      })
  void largestPageTakesNoLongerThanItsLengthAllows(String piece) {
    String start = "<div itemscope itemtype='http://schema.org/JobPosting'>";
    String html = start + piece.repeat(PAGE_CHARS / piece.length());
    long before = THREADS.getCurrentThreadCpuTime();
    BoardParsers.parse(new Page("hostile", html), PostingId.of("x"));
    Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    assertThat(taken).isLessThan(COLD);
  }

  private static Arguments hostile(String name, Supplier<String> html) {
    return Arguments.of(Named.of(name, html));
  }

  private static String script(String json) {
    return "<script type='application/ld+json'>" + json + "</script><p>Bake bread.</p>";
  }

  @ParameterizedTest
  @MethodSource("hostilePages")
  void hostilePageIsReadSoon(Supplier<String> html) {
    String page = html.get();
    assertTimeout(SOON, () -> check(HtmlBlocks.read(page), "hostile"));
    assertTimeout(SOON, () -> BoardParsers.parse(new Page("hostile", page), PostingId.of("x")));
  }
}
