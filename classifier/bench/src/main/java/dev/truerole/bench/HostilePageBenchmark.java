package dev.truerole.bench;

import dev.truerole.scraper.board.BoardParsers;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Reading a page made to be slow: pages and MiB a second on one core, a page being {@code kib}
 * long.
 *
 * <pre>java -jar classifier/bench/target/bench.jar HostilePage -p kind=NESTED -p kib=1024</pre>
 */
public class HostilePageBenchmark extends StageBenchmark {

  /** What the page repeats until it is long enough. */
  public enum Kind {
    NESTED("<div><b>x"),
    TABLES("<table><tr><td>a<td>b</table>"),
    ESCAPES("&lt;p&gt;a&lt;/p&gt;"),
    STATES("<script>window.__STATE__={\"a\":1}</script>"),
    MICRODATA(item("x")),
    /** As many tags as are still read as such. */
    SPARSE_MICRODATA(item("xxxx ".repeat(7))),
    BULLETS("• item ");

    private final String piece;

    Kind(String piece) {
      this.piece = piece;
    }

    private static String item(String title) {
      return "<i itemscope itemtype='//schema.org/JobPosting'><b itemprop=title>" + title + "</b>";
    }
  }

  private static final PostingId ID = PostingId.of("page");
  private static final int KIB = 1024;

  @Param public Kind kind = Kind.NESTED;

  @Param("1024")
  public int kib;

  private byte[] page = {};

  @Setup
  public void setUp() {
    byte[] piece = kind.piece.getBytes(StandardCharsets.UTF_8);
    page = kind.piece.repeat(kib * KIB / piece.length).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public JobPosting parse(PageSize size) {
    size.add(page.length);
    return BoardParsers.parse(Page.of("https://example.com/", page, "utf-8"), ID);
  }
}
