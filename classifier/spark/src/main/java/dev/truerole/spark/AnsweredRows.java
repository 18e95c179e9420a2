package dev.truerole.spark;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows with their answers, in order, some hundred analysed together. Memory does not grow with the
 * partition. Not thread-safe.
 */
final class AnsweredRows implements Iterator<Row> {

  /** As many as the command line analyses together. */
  private static final int MAX_ROWS = 512;

  /** Fewer are, if they are this long together. */
  private static final long MAX_CHARS = 8 << 20;

  private final Iterator<Row> rows;
  private final RowReader reader;
  private final PostingAnalyzer analyzer;
  private final ForkJoinPool threads;
  private final StringWriter line = new StringWriter();
  private final ReportWriter report;
  private final Deque<Row> ready = new ArrayDeque<>();

  /** A row and what was read of it. */
  private record Read(Row row, PostingRow posting) {}

  AnsweredRows(
      Iterator<Row> rows,
      RowReader reader,
      PostingAnalyzer analyzer,
      boolean allEvidence,
      ForkJoinPool threads) {
    this.rows = rows;
    this.reader = reader;
    this.analyzer = analyzer;
    this.threads = threads;
    this.report = ReportFormat.JSONL.open(line, new ReportOptions(allEvidence, false));
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && rows.hasNext()) {
      answer(chunk());
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    return ready.remove();
  }

  private List<Read> chunk() {
    List<Read> chunk = new ArrayList<>();
    long chars = 0;
    while (chunk.size() < MAX_ROWS && chars < MAX_CHARS && rows.hasNext()) {
      Row row = rows.next();
      PostingRow posting = reader.read(row);
      chunk.add(new Read(row, posting));
      if (posting instanceof PostingRow.Posting read) {
        chars += read.posting().body().text().length();
      }
    }
    return chunk;
  }

  private void answer(List<Read> chunk) {
    List<JobPosting> postings = new ArrayList<>(chunk.size());
    for (Read read : chunk) {
      if (read.posting() instanceof PostingRow.Posting posting) {
        postings.add(posting.posting());
      }
    }
    Iterator<PostingAnalysis> analyses =
        threads.submit(() -> analyzer.analyze(postings)).join().iterator();
    for (Read read : chunk) {
      ready.add(withAnswer(read.row(), json(read.posting(), analyses)));
    }
  }

  private String json(PostingRow posting, Iterator<PostingAnalysis> analyses) {
    try {
      if (posting instanceof PostingRow.Failed failed) {
        report.writeFailure(failed.id(), failed.code(), failed.message());
      } else {
        report.write(analyses.next());
      }
      report.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    String json = line.toString().stripTrailing();
    line.getBuffer().setLength(0);
    return json;
  }

  private static Row withAnswer(Row row, String json) {
    Object[] values = new Object[row.size() + 1];
    for (int i = 0; i < row.size(); i++) {
      values[i] = row.get(i);
    }
    values[row.size()] = json;
    return RowFactory.create(values);
  }
}
