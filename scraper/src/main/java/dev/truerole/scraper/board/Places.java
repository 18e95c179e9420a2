package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Place;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes places of what sources say of them. */
final class Places {

  /** Longer than any address; what is longer is a text that slipped into the field. */
  private static final int MAX_CHARS = 200;

  private Places() {}

  /** A place on one line, if there is one. */
  static Optional<Place> of(String line) {
    return usable(line) ? Optional.of(Place.of(line)) : Optional.empty();
  }

  /** A place of its parts; the line is put together if the source has none. */
  static Optional<Place> of(String line, String city, String region, String country) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(city);
    parts.add(region);
    parts.add(country);
    parts.remove("");
    String stated = line.isBlank() ? String.join(", ", parts) : line;
    return usable(stated)
        ? Optional.of(new Place(stated, orNull(city), orNull(region), Countries.code(country)))
        : Optional.empty();
  }

  private static boolean usable(String line) {
    return !line.isBlank() && line.length() <= MAX_CHARS;
  }

  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
