package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.Segment;
import java.util.List;

/** Turns segments into the ids of the features a model knows; others are left out. Thread-safe. */
public final class PostingEncoder {

  private final Vocabulary vocabulary;

  /** An encoder for models of this vocabulary. */
  public PostingEncoder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The segments as ids, in their order. */
  public EncodedPosting encode(List<Segment> segments) {
    return new EncodedPosting(segments.stream().map(this::ids).toList());
  }

  private int[] ids(Segment segment) {
    return SegmentFeatures.of(segment).stream()
        .flatMapToInt(feature -> vocabulary.id(feature).stream())
        .toArray();
  }
}
