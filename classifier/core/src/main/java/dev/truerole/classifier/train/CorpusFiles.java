package dev.truerole.classifier.train;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files a corpus is read from.
 *
 * @param data files and folders of postings
 * @param labels files of labels by posting id, possibly none; they win over labels in the rows
 * @param lessons files of labels that training learns from but nothing is measured by, possibly
 *     none; in training they win over all others
 * @param excluded files whose ids are left out entirely, possibly none
 */
public record CorpusFiles(
    List<Path> data, List<Path> labels, List<Path> lessons, List<Path> excluded) {

  /** Copies the lists. */
  public CorpusFiles {
    data = List.copyOf(data);
    labels = List.copyOf(labels);
    lessons = List.copyOf(lessons);
    excluded = List.copyOf(excluded);
  }

  /** All of them, in this order. */
  public List<Path> all() {
    return Stream.of(data, labels, lessons, excluded).flatMap(List::stream).toList();
  }
}
