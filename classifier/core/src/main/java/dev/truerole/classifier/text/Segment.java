package dev.truerole.classifier.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading, sentence or list item of a posting: the unit that carries evidence.
 *
 * @param kind what it is to the eye
 * @param start where it starts in the posting's text
 * @param end where it ends, exclusive
 * @param section what its part of the posting is about
 * @param heading the words of the heading it stands under, null before the first one
 * @param tokens its tokens, at least one, ascending and inside {@code [start, end)}
 */
public record Segment(
    Kind kind, int start, int end, Section section, @Nullable String heading, List<Token> tokens) {

  /** What the segment is to the eye. */
  public enum Kind {
    HEADING,
    SENTENCE,
    LIST_ITEM
  }

  /**
   * @throws IllegalArgumentException if there is no token
   */
  public Segment {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("segment [" + start + ", " + end + ") holds no token");
    }
  }

  /** Whether its section is what its heading says, rather than a guess from its own words. */
  public boolean isHeaded() {
    return heading != null
        && Sections.ofHeading(heading).filter(about -> about != Section.OTHER).isPresent();
  }

  /** The characters as they stand in the text. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
