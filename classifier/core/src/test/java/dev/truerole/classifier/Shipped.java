package dev.truerole.classifier;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.JobPosting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What comes with the product: models and authored postings. */
public final class Shipped {

  /** The top of the project. */
  public static final Path HOME = Path.of(System.getProperty("truerole.home"));

  /** The authored postings' files. */
  public static final Path POSTINGS = HOME.resolve("training-data/postings");

  /** Labels of postings that are not shipped. */
  public static final Path LABELS = HOME.resolve("training-data/labels");

  /** All shipped models. */
  public static final Path MODELS = HOME.resolve("models");

  /** The model answers come from. */
  public static final Path ROLE_MODEL = MODELS.resolve("role");

  private static final Segmenter SEGMENTER = Segmenter.load();
  private static final List<JobPosting> READ = read();
  private static final List<List<Segment>> SEGMENTED =
      READ.stream().map(posting -> SEGMENTER.segment(posting.body())).toList();

  private Shipped() {}

  /** Every authored posting. */
  public static List<JobPosting> postings() {
    return READ;
  }

  /** The segments of each of them. */
  public static List<List<Segment>> segments() {
    return SEGMENTED;
  }

  private static List<JobPosting> read() {
    List<JobPosting> postings = new ArrayList<>();
    try (PostingRows rows = new PostingFiles(ReadOptions.defaults()).open(List.of(POSTINGS))) {
      while (rows.hasNext()) {
        postings.add(((PostingRow.Posting) rows.next()).posting());
      }
    }
    return List.copyOf(postings);
  }
}
