package dev.truerole.scraper.posting;

import org.jspecify.annotations.Nullable;

/**
 * A place of work.
 *
 * @param stated the place on one line, as stated
 * @param city its town, if the source tells it apart
 * @param region its state or region, if the source tells it apart
 * @param country its ISO 3166-1 code of two letters; null if the source names none or one unknown
 */
public record Place(
    String stated, @Nullable String city, @Nullable String region, @Nullable String country) {

  /**
   * @throws IllegalArgumentException if nothing is stated
   */
  public Place {
    if (stated.isBlank()) {
      throw new IllegalArgumentException("a place needs a name");
    }
  }

  /** A place of which only a line is known. */
  public static Place of(String stated) {
    return new Place(stated, null, null, null);
  }
}
