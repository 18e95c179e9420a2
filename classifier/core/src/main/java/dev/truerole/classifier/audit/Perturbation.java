package dev.truerole.classifier.audit;

import dev.truerole.classifier.text.Segment;
import dev.truerole.scraper.posting.PostingBody;
import java.util.List;
import java.util.Random;

/**
 * A change to a posting that leaves the work it describes as it is, so that the answer should stay.
 *
 * @param name a few words, such as {@code role names swapped}
 * @param family what the change touches
 * @param change makes the changed text
 */
public record Perturbation(String name, Family family, Change change) {

  /** What a change touches. */
  public enum Family {
    ROLE_NAMES("role names"),
    BOILERPLATE("blurb, benefits, legal"),
    LAYOUT("layout"),
    SPELLING("spelling");

    private final String label;

    Family(String label) {
      this.label = label;
    }

    /** The name for people. */
    public String label() {
      return label;
    }
  }

  /** How a posting is changed. */
  @FunctionalInterface
  public interface Change {

    /**
     * The changed posting.
     *
     * @param random the same for the same posting
     */
    PostingBody apply(Original original, Random random);
  }

  /**
   * A posting before the change.
   *
   * @param body its text and blocks
   * @param segments of that body
   */
  public record Original(PostingBody body, List<Segment> segments) {

    /** Copies the list. */
    public Original {
      segments = List.copyOf(segments);
    }

    String text() {
      return body.text();
    }
  }
}
