package dev.truerole.bench;

import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Reading a JSONL row into a posting, its blocks found: postings a second on one core.
 *
 * <pre>java -jar classifier/bench/target/bench.jar RowBenchmark</pre>
 */
public class RowBenchmark extends StageBenchmark {

  private List<byte[]> files = List.of();
  private int next;

  @Setup
  public void setUp() throws IOException {
    files =
        BenchPostings.rows()
            .whole(rows -> String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public List<JobPosting> read() {
    next = (next + 1) % files.size();
    return BenchPostings.read(files.get(next));
  }
}
