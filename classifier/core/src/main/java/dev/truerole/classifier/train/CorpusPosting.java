package dev.truerole.classifier.train;

import dev.truerole.classifier.text.Segment;
import dev.truerole.scraper.posting.JobPosting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posting of a corpus, segmented.
 *
 * @param posting as read
 * @param segments its segments, at least one
 * @param label what figures are measured by, null where nobody labelled it
 * @param lesson the label that training learns from, null where there is none: then the posting
 *     only helps to learn words
 * @param source where it comes from, as stated in its {@code source} field, else empty
 * @param nearCopyGroup a group of near-copies stated by the data, null where none is
 */
public record CorpusPosting(
    JobPosting posting,
    List<Segment> segments,
    @Nullable Label label,
    @Nullable Label lesson,
    String source,
    @Nullable String nearCopyGroup) {

  /** Copies the list. */
  public CorpusPosting {
    segments = List.copyOf(segments);
  }

  /** The label of a posting known to have one. */
  public Label labelled() {
    return known(label);
  }

  /** The lesson of a posting known to hold one. */
  Label taught() {
    return known(lesson);
  }

  /** The same without its lesson. */
  CorpusPosting unlearned() {
    return new CorpusPosting(posting, segments, label, null, source, nearCopyGroup);
  }

  private Label known(@Nullable Label given) {
    if (given == null) {
      throw new IllegalStateException(posting.id().text() + " has no label");
    }
    return given;
  }
}
