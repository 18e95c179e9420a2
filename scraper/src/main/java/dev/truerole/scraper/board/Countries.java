package dev.truerole.scraper.board;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of countries by their codes and names, in the languages boards use most. */
final class Countries {

  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl");

  /** What people write beside codes and names. */
  private static final Map<String, String> USUAL =
      Map.of(
          "uk", "GB",
          "great britain", "GB",
          "united states of america", "US",
          "u.s.", "US",
          "u.s.a.", "US",
          "the netherlands", "NL",
          "czech republic", "CZ",
          "turkey", "TR");

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(USUAL);
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      codes.put(fold(code), code);
      codes.put(fold(country.getISO3Country()), code);
      LANGUAGES.forEach(
          language -> codes.put(fold(country.getDisplayCountry(new Locale(language))), code));
    }
    return codes;
  }

  /** The ISO 3166-1 code of two letters, or null if nobody calls a country so. */
  static @Nullable String code(String name) {
    return CODES.get(fold(name));
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
