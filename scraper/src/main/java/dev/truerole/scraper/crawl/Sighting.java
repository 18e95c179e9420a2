package dev.truerole.scraper.crawl;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the state knows of a posting that was just seen.
 *
 * @param change whether it is new
 * @param firstSeen when it was first seen
 * @param duplicateOf the key of a posting that says the same, if there is one
 * @param similarity of the two texts, from 0 to 1; 1 if they are equal; 0 if there is no other
 */
public record Sighting(
    Change change, Instant firstSeen, @Nullable String duplicateOf, double similarity) {

  /** A posting now against the posting before. */
  public enum Change {
    NEW,
    CHANGED,
    SAME
  }
}
