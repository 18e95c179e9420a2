package dev.truerole.bench;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long one posting takes inside a running JVM: milliseconds, median and tail. From process
 * start to answer is what {@code latency.py} measures.
 *
 * <pre>OMP_WAIT_POLICY=PASSIVE java -jar classifier/bench/target/bench.jar LatencyBenchmark</pre>
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LatencyBenchmark extends StageBenchmark {

  private @Nullable PostingAnalyzer analyzer;
  private Rounds<JobPosting> postings = Rounds.none();
  private Iterator<JobPosting> next = List.<JobPosting>of().iterator();

  @Setup
  public void setUp() throws IOException {
    analyzer = Repository.analyzer();
    postings = BenchPostings.postings();
  }

  @TearDown
  public void tearDown() {
    Objects.requireNonNull(analyzer).close();
  }

  @Benchmark
  public PostingAnalysis one() {
    if (!next.hasNext()) {
      next = postings.next().iterator();
    }
    return Objects.requireNonNull(analyzer).analyze(next.next());
  }
}
