package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.PostingId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers made to break a reader end in the named exception, and none takes more than its share.
 */
class HostileAnswersTest {

  /**
   * Pages of half a mebibyte show how time grows; {@code -Dtruerole.largePages=5120} reads larger
   * ones, in KiB.
   */
  private static final int FULL = Integer.getInteger("truerole.largePages", 512) << 10;

  /** Time of this thread alone: whatever else the machine does must not fail a test. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /** Twice the input may take this many times as long, and some for the machine's moods. */
  private static final double GROWTH = 3.5;

  private static final double SLACK_MILLIS = 100;

  private static final int READINGS = 3;

  private static final List<String> BOARDS =
      List.of(
          "https://boards.greenhouse.io/a",
          "https://jobs.lever.co/a",
          "https://jobs.ashbyhq.com/a",
          "https://careers.smartrecruiters.com/a",
          "https://apply.workable.com/a",
          "https://a.recruitee.com",
          "https://a.jobs.personio.de",
          "https://a.teamtailor.com",
          "https://news.ycombinator.com/item?id=1");

  private static final List<String> BROKEN =
      List.of(
          "",
          " ",
          "null",
          "1",
          "\"text\"",
          "{",
          "[1,2",
          "<html></html>",
          "<workzag-jobs>",
          "<workzag-jobs>&a;</workzag-jobs>",
          "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b"
              + " \"&a;&a;\">]><workzag-jobs>&b;</workzag-jobs>",
          "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss/>",
          "<a>".repeat(10_000),
          "[".repeat(10_000),
          "{\"jobs\":".repeat(10_000),
          "{\"jobs\":[]} and more",
          "{\"jobs\":5,\"content\":{},\"offers\":\"\",\"items\":{}}");

  static Stream<BoardSource> boards() {
    return BOARDS.stream()
        .map(address -> BoardSources.recognize(URI.create(address)).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("boards")
  void brokenAnswersAreNamed(BoardSource board) {
    for (String answer : BROKEN) {
      assertThatExceptionOfType(BoardFormatException.class)
          .as(answer.substring(0, Math.min(80, answer.length())))
          .isThrownBy(() -> board.read(new Page("here", answer)));
    }
  }

  private static final List<String> ODD =
      List.of(
          "[[],{},null,1,\"a\",{\"id\":{}},{\"id\":1e400},{\"id\":[\"x\"],\"text\":{\"a\":[]}}]",
          "{\"jobs\":[{},{\"id\":1,\"content\":[],\"title\":{},\"location\":3,\"shortcode\":[]}]}",
          "{\"jobs\":[{\"id\":-1e-400,\"content\":\"\",\"meta\":{\"total\":\"x\"}}],\"meta\":[]}",
          "{\"offers\":[{\"slug\":[],\"id\":true,\"translations\":5,\"salary\":[1]},{\"id\":9}]}",
          "{\"content\":[{\"id\":\"../../x\"},{\"id\":null}],\"totalFound\":-4,\"offset\":\"z\"}",
          "{\"items\":[{\"url\":\"::\",\"_jobposting\":[5]},{\"id\":{}}],\"next_url\":\"::\"}",
          "{\"id\":1,\"type\":\"comment\",\"text\":\"|||\"}",
          "{\"id\":1,\"children\":[{\"text\":5},{\"id\":2,\"text\":\" | \"},[]]}",
          "{\"id\":{},\"kids\":[\"x\",{},-1]}",
          "<workzag-jobs><position/><position><id>../</id><jobDescriptions><jobDescription/>"
              + "</jobDescriptions></position></workzag-jobs>",
          "<rss/>",
          "<rss><channel><item/><item><link>::</link><pubDate/></item></channel></rss>");

  @ParameterizedTest
  @MethodSource("boards")
  void oddValuesDoNoHarm(BoardSource board) {
    for (String answer : ODD) {
      try {
        BoardListing listing = board.read(new Page("here", answer));
        assertThat(listing.links())
            .allSatisfy(link -> assertThat(link.toString()).doesNotContain(".."));
      } catch (BoardFormatException named) {
        assertThat(named.source()).isEqualTo("here");
      }
    }
  }

  /** A page of any size. */
  private record Large(String name, String start, String piece) {

    String of(int chars) {
      return start + piece.repeat(chars / piece.length());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Large> largePages() {
    return Stream.of(
        large("words", "<p>We look for people who bake. </p>"),
        large("items", "<li>Rye bread"),
        large("nested", "<div><b>x"),
        large("noise", "<div class=cookie>x"),
        large(
            "microdata", "<i itemscope itemtype='//schema.org/JobPosting'><b itemprop=title>x</b>"),
        large("properties", "<div itemprop='description responsibilities skills' itemscope>x"),
        large("states", "<script>window.__STATE__={\"a\":1}</script>"),
        large("assignments", "<script>__A_A__={"),
        large("meta tags", "<meta name='job-title' content='x'>"),
        large("ld", "<script type='application/ld+json'>{\"@type\":\"JobPosting\"}</script>"),
        large("escapes", "&lt;p&gt;a&lt;/p&gt;"),
        large("amps", "&amp;amp;"),
        large("bullets", "• item "),
        large("tables", "<table><tr><td>a<td>b</table>"),
        large("definitions", "<dl><dt>a<dd>b<dd>c"),
        large("spaces", "                "),
        large("links", "<a href='https://jobs.lever.co/a'>a</a>"));
  }

  private static Large large(String name, String piece) {
    String start = name.equals("properties") ? "<p itemscope itemtype='x/JobPosting'>" : "";
    return new Large(name, start, piece);
  }

  @ParameterizedTest
  @MethodSource("largePages")
  void timeGrowsAsThePageDoes(Large page) {
    double half = best(page.of(FULL / 2));
    double whole = best(page.of(FULL));
    System.out.printf("%s of %d KiB: %.0f ms of processor time%n", page, FULL >> 10, whole);
    assertThat(whole).isLessThan(GROWTH * half + SLACK_MILLIS);
  }

  /** The least of three readings: compiling and collecting garbage only ever add to one. */
  private static double best(String html) {
    return Stream.generate(() -> read(html))
        .limit(READINGS)
        .mapToDouble(Double::doubleValue)
        .min()
        .orElseThrow();
  }

  private static double read(String html) {
    long start = CLOCK.getCurrentThreadCpuTime();
    Page page = new Page("https://example.com/", html);
    assertThat(BoardParsers.parse(page, PostingId.of("x"))).isNotNull();
    assertThat(BoardSources.recognize(page)).isNotNull();
    return (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
  }
}
