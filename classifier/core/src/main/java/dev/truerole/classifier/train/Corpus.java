package dev.truerole.classifier.train;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Postings to train or measure on, labelled or not, in the order read.
 *
 * @param postings all of them
 * @param problems rows that could not be used, each with where and why
 */
public record Corpus(List<CorpusPosting> postings, List<String> problems) {

  private static final List<String> LABEL_FIELDS =
      List.of("role", "scope", "ds_share", "confidence");

  /** Copies the lists. */
  public Corpus {
    postings = List.copyOf(postings);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files and folders of postings. Labels stand in the rows themselves, or in a file that
   * holds {@code id} and label fields, which then wins. Postings without a label stay: they help to
   * learn words.
   *
   * @param data files and folders of postings
   * @param labels files of labels, possibly none
   * @param excluded files whose ids are left out entirely, possibly none
   * @param unlabelledToo whether postings without a label are wanted
   */
  public static Corpus load(
      List<Path> data,
      List<Path> labels,
      List<Path> excluded,
      boolean unlabelledToo,
      ReadOptions options) {
    List<String> problems = new ArrayList<>();
    Map<String, Map<String, String>> byId = LabelFiles.read(labels, problems);
    Set<String> without = new HashSet<>(LabelFiles.read(excluded, problems).keySet());
    Segmenter segmenter = Segmenter.load();
    List<CorpusPosting> postings = new ArrayList<>();
    try (PostingRows rows = new PostingFiles(options).open(data)) {
      while (rows.hasNext()) {
        PostingRow row = rows.next();
        if (row instanceof PostingRow.Failed failed) {
          problems.add(failed.id().text() + ": " + failed.message());
        } else if (row instanceof PostingRow.Posting read && !without.contains(id(read))) {
          Map<String, String> label = byId.getOrDefault(id(read), Map.of());
          read(read, label, unlabelledToo, segmenter, problems).ifPresent(postings::add);
        }
      }
    }
    return new Corpus(postings, problems);
  }

  private static String id(PostingRow.Posting row) {
    return row.posting().id().text();
  }

  private static Optional<CorpusPosting> read(
      PostingRow.Posting row,
      Map<String, String> labelFields,
      boolean unlabelledToo,
      Segmenter segmenter,
      List<String> problems) {
    Map<String, String> fields = new HashMap<>(row.fields());
    if (!labelFields.isEmpty()) {
      fields.keySet().removeAll(LABEL_FIELDS);
      fields.putAll(labelFields);
    }
    try {
      Label label = Label.of(fields).orElse(null);
      if (label == null && !unlabelledToo) {
        return Optional.empty();
      }
      List<Segment> segments = segmenter.segment(row.posting().body());
      if (segments.isEmpty()) {
        throw new IllegalArgumentException("holds no words");
      }
      return Optional.of(
          new CorpusPosting(
              row.posting(),
              segments,
              label,
              fields.getOrDefault("source", ""),
              fields.get("near_dup_group")));
    } catch (IllegalArgumentException e) {
      problems.add(id(row) + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Those with a label. */
  public List<CorpusPosting> labelled() {
    return postings.stream().filter(posting -> posting.label() != null).toList();
  }
}
