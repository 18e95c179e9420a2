package dev.truerole.scraper.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the places of a JSON-LD posting on one line. */
final class JsonLdPlaces {

  private static final List<String> ADDRESS_PARTS =
      List.of("addressLocality", "addressRegion", "addressCountry");
  private static final int MAX_PLACES = 10;

  private JsonLdPlaces() {}

  /**
   * Town, region and country of each place, places separated by {@code "; "}; {@code Remote} for
   * full remote work; null if nothing is stated.
   */
  static @Nullable String read(LooseJson posting, @Nullable String company) {
    Stream<String> places = posting.get("jobLocation").all().map(place -> place(place, company));
    Stream<String> remote =
        posting.get("jobLocationType").line().equalsIgnoreCase("TELECOMMUTE")
            ? Stream.of(remote(posting))
            : Stream.empty();
    String line =
        Stream.concat(places, remote)
            .filter(place -> !place.isBlank())
            .distinct()
            .limit(MAX_PLACES)
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? null : line;
  }

  private static String remote(LooseJson posting) {
    String where =
        posting
            .get("applicantLocationRequirements")
            .all()
            .map(LooseJson::line)
            .filter(name -> !name.isEmpty())
            .limit(MAX_PLACES)
            .collect(Collectors.joining(", "));
    return where.isEmpty() ? "Remote" : "Remote (" + where + ")";
  }

  private static String place(LooseJson place, @Nullable String company) {
    if (place.node().isTextual()) {
      return place.line();
    }
    String address = place.get("address").all().map(JsonLdPlaces::address).findFirst().orElse("");
    String name = place.get("name").line();
    return address.isEmpty() && !name.equalsIgnoreCase(company) ? name : address;
  }

  private static String address(LooseJson address) {
    if (address.node().isTextual()) {
      return address.line();
    }
    Set<String> parts = new LinkedHashSet<>();
    ADDRESS_PARTS.forEach(part -> parts.add(address.get(part).line()));
    parts.remove("");
    return String.join(", ", parts);
  }
}
