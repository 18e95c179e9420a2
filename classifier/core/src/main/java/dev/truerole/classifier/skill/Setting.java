package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Span;
import dev.truerole.classifier.text.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment and what stands around it.
 *
 * @param text the posting's text
 * @param segment a segment of it
 * @param headed whether its section is what its heading says
 * @param heading where the heading stands that set the section, null where none did
 * @param small whether the whole text has no capital, so that case tells nothing
 */
record Setting(
    String text, Segment segment, boolean headed, @Nullable Span heading, boolean small) {

  /** A segment of a text with capitals under no heading. */
  static Setting of(String text, Segment segment) {
    return new Setting(text, segment, segment.isHeaded(), null, false);
  }

  List<Token> tokens() {
    return segment.tokens();
  }

  Section section() {
    return segment.section();
  }

  int size() {
    return segment.tokens().size();
  }

  /** A token's comparable form; empty beyond the ends. */
  String word(int token) {
    return token < 0 || token >= size() ? "" : tokens().get(token).normal();
  }

  /** Whether a line ends right before a token. */
  boolean opensLine(int token) {
    if (token <= 0 || token >= size()) {
      return token == 0;
    }
    for (int i = tokens().get(token - 1).end(); i < tokens().get(token).start(); i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** The place of tokens in the posting's text. */
  Span span(int from, int to) {
    return new Span(tokens().get(from).start(), tokens().get(to - 1).end());
  }
}
