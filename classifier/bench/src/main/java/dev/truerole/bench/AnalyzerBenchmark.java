package dev.truerole.bench;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Postings to answers, all stages together, many at a time: postings a second on all cores.
 *
 * <pre>OMP_WAIT_POLICY=PASSIVE java -jar classifier/bench/target/bench.jar AnalyzerBenchmark</pre>
 */
public class AnalyzerBenchmark extends StageBenchmark {

  private @Nullable PostingAnalyzer analyzer;
  private Rounds<JobPosting> postings = Rounds.none();

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
  @OperationsPerInvocation(Rounds.SIZE)
  public List<PostingAnalysis> analyze() {
    return Objects.requireNonNull(analyzer).analyze(postings.next());
  }
}
