package dev.truerole.bench;

import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.text.Segment;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Turning segments into the ids of a model's features: postings a second on one core.
 *
 * <pre>java -jar classifier/bench/target/bench.jar EncoderBenchmark</pre>
 */
public class EncoderBenchmark extends StageBenchmark {

  private PostingEncoder encoder = PostingEncoder.ofBags(Vocabulary.of(List.of()));
  private Rounds<List<Segment>> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    encoder = PostingEncoder.ofBags(Vocabulary.load(Repository.vocabulary()));
    postings = BenchPostings.segments();
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void encode(Blackhole answers) {
    for (List<Segment> posting : postings.next()) {
      answers.consume(encoder.encode(posting));
    }
  }
}
