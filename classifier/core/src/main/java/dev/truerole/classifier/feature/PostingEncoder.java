package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import java.util.List;

/** Turns segments into the ids of the features a model knows; others are left out. Thread-safe. */
public final class PostingEncoder {

  /** The marks a segment can carry, in the order that trained weights know. */
  private static final List<Enum<?>> MARK_ORDER =
      List.of(
          Section.RESPONSIBILITIES,
          Section.REQUIREMENTS,
          Section.PREFERRED,
          Section.COMPANY,
          Section.BENEFITS,
          Section.LEGAL,
          Section.OTHER,
          Segment.Kind.HEADING,
          Segment.Kind.SENTENCE,
          Segment.Kind.LIST_ITEM);

  /** How many marks a segment can carry: its section and its kind. */
  public static final int MARKS = MARK_ORDER.size();

  private final Vocabulary vocabulary;

  /** An encoder for models of this vocabulary. */
  public PostingEncoder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The segments as ids and marks, in their order. */
  public EncodedPosting encode(List<Segment> segments) {
    return new EncodedPosting(segments.stream().map(this::row).toList());
  }

  private EncodedPosting.Row row(Segment segment) {
    int[] ids =
        SegmentFeatures.of(segment).stream()
            .flatMapToInt(feature -> vocabulary.id(feature).stream())
            .toArray();
    int section = MARK_ORDER.indexOf(segment.section());
    return new EncodedPosting.Row(ids, section, MARK_ORDER.indexOf(segment.kind()));
  }
}
