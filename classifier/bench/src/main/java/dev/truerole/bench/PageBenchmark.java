package dev.truerole.bench;

import dev.truerole.scraper.board.BoardParsers;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading a posting's page, from bytes to posting: pages and MiB a second on one core. The pages
 * are the postings put into a board's usual frame, with navigation, other openings and a footer.
 *
 * <pre>java -jar classifier/bench/target/bench.jar 'PageBenchmark|HostilePage.*'</pre>
 */
public class PageBenchmark extends StageBenchmark {

  private static final PostingId ID = PostingId.of("page");

  private static final String ABOVE =
      "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Opening</title>"
          + "<link rel=stylesheet href=/s.css><script>var queue = queue || [];</script></head><body>"
          + "<header><nav><ul>"
          + "<li><a href=/jobs>Jobs</a></li><li><a href=/teams>Teams</a></li>".repeat(8)
          + "</ul></nav></header><main><article class=\"posting\">";

  private static final String BELOW =
      "</article><aside><h2>Other openings</h2><ul>"
          + "<li><a href=\"/jobs/1\"><span>Warehouse planner</span></a></li>".repeat(20)
          + "</ul></aside></main><footer><p>All rights reserved.</p></footer></body></html>";

  /** A posting is repeated until its page is so long; 0 for as it is. */
  @Param({"0", "60"})
  public int kib;

  private Rounds<byte[]> pages = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    pages = BenchPostings.postings().map(this::page);
  }

  private byte[] page(JobPosting posting) {
    StringBuilder html = new StringBuilder(ABOVE);
    String title = posting.title();
    html.append("<h1>").append(escaped(title == null ? "" : title)).append("</h1>");
    do {
      addBlocks(posting.body(), html);
    } while (html.length() < kib << 10);
    return html.append(BELOW).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void addBlocks(PostingBody body, StringBuilder html) {
    for (Block block : body.blocks()) {
      String tag =
          switch (block.kind()) {
            case HEADING -> "h3";
            case LIST_ITEM -> "li";
            case PARAGRAPH -> "p";
          };
      html.append('<').append(tag).append('>').append(escaped(body.slice(block)));
      html.append("</").append(tag).append(">\n");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void parse(PageSize size, Blackhole answers) {
    for (byte[] page : pages.next()) {
      answers.consume(BoardParsers.parse(Page.of("https://example.com/", page, "utf-8"), ID));
      size.add(page.length);
    }
  }
}
