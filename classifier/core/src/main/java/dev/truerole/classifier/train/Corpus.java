package dev.truerole.classifier.train;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Postings to train or measure on, labelled or not, in the order read.
 *
 * @param postings all of them
 * @param problems rows that could not be used, each with where and why
 */
public record Corpus(List<CorpusPosting> postings, List<String> problems) {

  /** Copies the lists. */
  public Corpus {
    postings = List.copyOf(postings);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files and folders of postings. Labels stand in the rows themselves or in files that hold
   * {@code id} and label fields; one with a {@code text_sha256} is for that text alone. Postings
   * without a label help to learn words.
   *
   * @param unlabelledToo whether postings without a label are wanted
   */
  public static Corpus load(CorpusFiles files, boolean unlabelledToo, ReadOptions options) {
    List<String> problems = new ArrayList<>();
    Reader reader =
        new Reader(
            LabelFiles.read(files.labels(), problems),
            LabelFiles.read(files.lessons(), problems),
            unlabelledToo,
            Segmenter.load(),
            problems);
    Set<String> without = new HashSet<>(LabelFiles.read(files.excluded(), problems).keySet());
    List<CorpusPosting> postings = new ArrayList<>();
    try (PostingRows rows = new PostingFiles(options).open(files.data())) {
      while (rows.hasNext()) {
        PostingRow row = rows.next();
        if (row instanceof PostingRow.Failed failed) {
          problems.add(failed.id().text() + ": " + failed.message());
        } else if (row instanceof PostingRow.Posting read && !without.contains(id(read))) {
          reader.read(read).ifPresent(postings::add);
        }
      }
    }
    return new Corpus(postings, problems);
  }

  private static String id(PostingRow.Posting row) {
    return row.posting().id().text();
  }

  /** Rows to postings of a corpus. */
  private record Reader(
      Map<String, Map<String, String>> labels,
      Map<String, Map<String, String>> lessons,
      boolean unlabelledToo,
      Segmenter segmenter,
      List<String> problems) {

    Optional<CorpusPosting> read(PostingRow.Posting row) {
      Map<String, String> fields = new HashMap<>(row.fields());
      try {
        Label label = label(row, labels).or(() -> Label.of(fields)).orElse(null);
        Label lesson = label(row, lessons).orElse(label);
        if (lesson == null && !unlabelledToo) {
          return Optional.empty();
        }
        List<Segment> segments = segmenter.segment(row.posting().body());
        if (segments.isEmpty()) {
          throw new IllegalArgumentException("holds no words");
        }
        fields.putAll(labels.getOrDefault(id(row), Map.of()));
        String group = fields.get("near_dup_group");
        String source = fields.getOrDefault("source", "");
        return Optional.of(
            new CorpusPosting(row.posting(), segments, label, lesson, source, group));
      } catch (IllegalArgumentException e) {
        problems.add(id(row) + ": " + e.getMessage());
        return Optional.empty();
      }
    }

    private static Optional<Label> label(
        PostingRow.Posting row, Map<String, Map<String, String>> byId) {
      Map<String, String> fields = byId.getOrDefault(id(row), Map.of());
      String hash = fields.get("text_sha256");
      if (hash != null && !hash.equals(TextHash.of(row.posting().body().text()))) {
        throw new IllegalArgumentException("its label was made for another text");
      }
      return Label.of(fields);
    }
  }

  /**
   * The same with a part of the lessons, drawn at random; all labels to measure by stay.
   *
   * @param share of the lessons, above 0, at most 1
   * @throws IllegalArgumentException if it is no such share
   */
  public Corpus thinned(double share, long seed) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is above 0, at most 1, not " + share);
    }
    Random random = new Random(seed);
    return new Corpus(
        postings.stream().map(p -> random.nextDouble() < share ? p : p.unlearned()).toList(),
        problems);
  }

  /** Those that training learns from. */
  public List<CorpusPosting> taught() {
    return postings.stream().filter(posting -> posting.lesson() != null).toList();
  }

  /** Those with a label to measure by. */
  public List<CorpusPosting> labelled() {
    return postings.stream().filter(posting -> posting.label() != null).toList();
  }
}
