package dev.truerole.scraper;

import java.time.Instant;
import java.util.List;

/**
 * Where a posting comes from.
 *
 * @param url where people read it
 * @param source the board's provider and employer, such as {@code greenhouse:acme}, or the host
 * @param extractor how it was read: {@code greenhouse-api}, {@code schema.org}, {@code
 *     main-content}
 * @param fetchedAt when it was got
 * @param warnings what to know before relying on it
 */
public record Provenance(
    String url, String source, String extractor, Instant fetchedAt, List<String> warnings) {

  /** Copies the warnings. */
  public Provenance {
    warnings = List.copyOf(warnings);
  }
}
