package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Wordpieces;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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

  /** What the rubric gives no weight is not worth a slow encoder's time. */
  private static final Set<Section> WITHOUT_PIECES =
      EnumSet.of(Section.COMPANY, Section.BENEFITS, Section.LEGAL);

  private static final int[] NO_SEQUENCE = {};

  private final Vocabulary vocabulary;
  private final Function<Segment, int[]> sequence;

  private PostingEncoder(Vocabulary vocabulary, Function<Segment, int[]> sequence) {
    this.vocabulary = vocabulary;
    this.sequence = sequence;
  }

  /** An encoder for models that read bags alone. */
  public static PostingEncoder ofBags(Vocabulary vocabulary) {
    return new PostingEncoder(vocabulary, segment -> NO_SEQUENCE);
  }

  /** An encoder for models that read the words in their order too. */
  public static PostingEncoder ofWords(Vocabulary vocabulary) {
    return new PostingEncoder(vocabulary, vocabulary.pairs()::words);
  }

  /** An encoder for models that read word pieces too, but for segments that weigh nothing. */
  public static PostingEncoder ofPieces(Vocabulary vocabulary, Wordpieces wordpieces) {
    return new PostingEncoder(
        vocabulary,
        segment ->
            WITHOUT_PIECES.contains(segment.section()) ? NO_SEQUENCE : wordpieces.ids(segment));
  }

  /** The segments as ids and marks, in their order. */
  public EncodedPosting encode(List<Segment> segments) {
    return new EncodedPosting(segments.stream().map(this::row).toList());
  }

  private EncodedPosting.Row row(Segment segment) {
    int[] ids = vocabulary.pairs().ids(segment);
    int section = MARK_ORDER.indexOf(segment.section());
    return new EncodedPosting.Row(
        ids, section, MARK_ORDER.indexOf(segment.kind()), sequence.apply(segment));
  }
}
