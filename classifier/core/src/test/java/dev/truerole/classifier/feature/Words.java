package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Tokenizer;

/** Segments made by hand. */
final class Words {

  private static final Tokenizer TOKENIZER = new Tokenizer();

  private Words() {}

  static Segment sentence(String text) {
    return of(text, Segment.Kind.SENTENCE, Section.OTHER);
  }

  static Segment of(String text, Segment.Kind kind, Section section) {
    return new Segment(kind, 0, text.length(), section, null, TOKENIZER.tokenize(text));
  }
}
