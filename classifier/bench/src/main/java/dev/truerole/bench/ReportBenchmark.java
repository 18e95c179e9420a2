package dev.truerole.bench;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.posting.JobPosting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Writing answers, as UTF-8 into nothing: postings a second on one core.
 *
 * <pre>java -jar classifier/bench/target/bench.jar ReportBenchmark -p format=JSONL</pre>
 */
public class ReportBenchmark extends StageBenchmark {

  @Param({"JSONL", "CSV"})
  public ReportFormat format = ReportFormat.JSONL;

  private Rounds<PostingAnalysis> answers = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    Rounds<JobPosting> postings = BenchPostings.postings();
    try (PostingAnalyzer analyzer = Repository.analyzer()) {
      List<PostingAnalysis> all = new ArrayList<>();
      postings.whole(analyzer::analyze).forEach(all::addAll);
      answers = Rounds.of(all);
    }
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void write() throws IOException {
    OutputStreamWriter utf8 =
        new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    try (ReportWriter report = format.open(new BufferedWriter(utf8), ReportOptions.plain())) {
      for (PostingAnalysis answer : answers.next()) {
        report.write(answer);
      }
    }
  }
}
