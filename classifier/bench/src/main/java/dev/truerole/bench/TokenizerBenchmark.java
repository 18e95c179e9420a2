package dev.truerole.bench;

import dev.truerole.classifier.text.Tokenizer;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Cutting a posting's whole text into tokens: postings a second on one core.
 *
 * <pre>java -jar classifier/bench/target/bench.jar TokenizerBenchmark</pre>
 */
public class TokenizerBenchmark extends StageBenchmark {

  private final Tokenizer tokenizer = new Tokenizer();
  private Rounds<JobPosting> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    postings = BenchPostings.postings();
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void tokenize(Blackhole answers) {
    for (JobPosting posting : postings.next()) {
      answers.consume(tokenizer.tokenize(posting.body().text()));
    }
  }
}
