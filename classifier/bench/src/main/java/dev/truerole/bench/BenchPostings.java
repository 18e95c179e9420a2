package dev.truerole.bench;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.JobPosting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The postings that benchmarks read: the authored ones, or those of {@code -Dpostings=FILE} (JSONL,
 * also {@code .gz}, or a folder of such), at most {@code -Dpostings.most=N} of them, evenly spread.
 */
final class BenchPostings {

  private static final int MOST = 2048;

  private BenchPostings() {}

  /** The rows as they stand in the file. */
  static Rounds<String> rows() throws IOException {
    String named = System.getProperty("postings");
    Path from = named == null ? Repository.authoredPostings() : Path.of(named);
    int most = Integer.getInteger("postings.most", MOST);
    return Rounds.of(JsonLines.spread(JsonLines.read(from), most));
  }

  /** The postings, read. */
  static Rounds<JobPosting> postings() throws IOException {
    return rows().map(row -> read(row.getBytes(StandardCharsets.UTF_8)).get(0));
  }

  /** The segments of each posting that has some. */
  static Rounds<List<Segment>> segments() throws IOException {
    Segmenter segmenter = Segmenter.load();
    return postings().map(posting -> segmenter.segment(posting.body()));
  }

  /**
   * The postings of JSON Lines.
   *
   * @throws IllegalArgumentException if a row holds none
   */
  static List<JobPosting> read(byte[] lines) {
    List<JobPosting> postings = new ArrayList<>();
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    try (PostingRows rows = files.openStream(new ByteArrayInputStream(lines), "postings.jsonl")) {
      while (rows.hasNext()) {
        PostingRow row = rows.next();
        if (row instanceof PostingRow.Failed failed) {
          throw new IllegalArgumentException(failed.id().text() + ": " + failed.message());
        }
        postings.add(((PostingRow.Posting) row).posting());
      }
    }
    return postings;
  }
}
