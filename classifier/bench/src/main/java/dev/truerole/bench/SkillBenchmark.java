package dev.truerole.bench;

import dev.truerole.classifier.skill.AskReader;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
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
 * Finding skills, and what else a posting asks, in segments already cut: postings a second on one
 * core.
 *
 * <pre>java -jar classifier/bench/target/bench.jar SkillBenchmark</pre>
 */
public class SkillBenchmark extends StageBenchmark {

  /** A posting cut already. */
  private record Cut(String text, List<Segment> segments) {}

  private final AskReader asks = new AskReader();
  private SkillExtractor skills = new SkillExtractor(SkillTaxonomy.of(List.of()));
  private Rounds<Cut> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    Segmenter segmenter = Segmenter.load();
    skills = Repository.skills();
    postings = BenchPostings.postings().map(posting -> cut(posting, segmenter));
  }

  private static Cut cut(JobPosting posting, Segmenter segmenter) {
    return new Cut(posting.body().text(), segmenter.segment(posting.body()));
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void skills(Blackhole answers) {
    for (Cut posting : postings.next()) {
      answers.consume(skills.extract(posting.text(), posting.segments()));
    }
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void asks(Blackhole answers) {
    for (Cut posting : postings.next()) {
      answers.consume(asks.read(posting.text(), posting.segments()));
    }
  }
}
