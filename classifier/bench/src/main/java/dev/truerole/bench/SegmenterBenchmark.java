package dev.truerole.bench;

import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Cutting a posting into segments, tokens included: postings a second on one core.
 *
 * <pre>java -jar classifier/bench/target/bench.jar SegmenterBenchmark</pre>
 */
public class SegmenterBenchmark extends StageBenchmark {

  private final Segmenter segmenter = Segmenter.load();
  private Rounds<JobPosting> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    postings = BenchPostings.postings();
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void segment(Blackhole answers) {
    for (JobPosting posting : postings.next()) {
      answers.consume(segmenter.segment(posting.body()));
    }
  }
}
