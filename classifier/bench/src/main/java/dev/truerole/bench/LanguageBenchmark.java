package dev.truerole.bench;

import dev.truerole.classifier.text.LanguageDetector;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Naming a posting's language: postings a second on one core. Clear English costs next to nothing,
 * so the figure falls with the share of postings that are shown to the detector.
 *
 * <pre>java -jar classifier/bench/target/bench.jar LanguageBenchmark</pre>
 */
public class LanguageBenchmark extends StageBenchmark {

  /** A posting and what the detector counts in it. */
  private record Cut(JobPosting posting, List<Segment> segments) {}

  private final LanguageDetector languages = new LanguageDetector();
  private Rounds<Cut> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    Segmenter segmenter = Segmenter.load();
    postings =
        BenchPostings.postings()
            .map(posting -> new Cut(posting, segmenter.segment(posting.body())));
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void detect(Blackhole answers) {
    for (Cut cut : postings.next()) {
      answers.consume(languages.detect(cut.posting().body().text(), cut.segments()));
    }
  }
}
