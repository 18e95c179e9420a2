package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.StatedDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, pay, forms of employment and countries: read if they are clear, else left out. */
class StatedFactsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-15, 2026-01-15, DAY",
    "2026-04-15T00:00, 2026-04-15, DAY",
    "2026-01-14T10:55:28-05:00, 2026-01-14, TIME",
    "2026-10-08T10:00:00.000Z, 2026-10-08, TIME",
    "2026-10-08T10:00:00+0200, 2026-10-08, TIME",
    "2026-03-03 12:00:00 UTC, 2026-03-03, TIME",
    "'Tue, 03 Feb 2026 08:30:00 +0100', 2026-02-03, TIME",
    "'Tue, 3 Feb 2026 08:30:00 GMT', 2026-02-03, TIME",
  })
  void datesAreReadInTheFormsOfFeeds(String text, String day, StatedDate.Precision precision) {
    StatedDate date = DateReader.read(text);
    assertThat(date).isNotNull();
    assertThat(date.day()).hasToString(day);
    assertThat(date.precision()).isEqualTo(precision);
    assertThat(date.stated()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Posted 7 Days Ago",
        "03/04/2026",
        "0001-01-01",
        "2026-02-30",
        "2026",
        "9999-12-31",
        "1767225600000",
        "2026-01-15 or later"
      })
  void unclearDatesAreNone(String text) {
    assertThat(DateReader.read(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "60000, 75000, EUR, YEAR, 60000 to 75000 EUR per YEAR",
    "'60,000', '75,000.50', usd, year, 60000 to 75000.5 USD per YEAR",
    "15.50, '', £, hourly, 15.5 to null GBP per HOUR",
    "0, 900, EUR, per-month-salary, null to 900 EUR per MONTH",
    "6.0E4, 7E4, CHF, ANN, 60000 to 70000 CHF per YEAR",
  })
  void payIsReadFromItsFields(String min, String max, String currency, String period, String line) {
    Salary pay = Pay.of(min, max, currency, period);
    assertThat(pay).isNotNull();
    String found = pay.min() + " to " + pay.max() + " " + pay.currency() + " per " + pay.period();
    assertThat(found).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "60000, 75000, $, YEAR",
    "60000, 75000, XXL, YEAR",
    "60000, 75000, EUR, SEASON",
    "60000, 75000, EUR, ''",
    "0, 0, EUR, YEAR",
    "'', '', EUR, YEAR",
    "75000, 60000, EUR, YEAR",
    "60k, 75k, EUR, YEAR",
    "-5, 10, EUR, HOUR",
    "60.000, 75.000.000, EUR, YEAR",
    "1E999999999, 5, EUR, YEAR",
  })
  void unclearPayIsNone(String min, String max, String currency, String period) {
    assertThat(Pay.of(min, max, currency, period)).isNull();
  }

  @Test
  void paySpansRangesThatArePaidAlike() {
    Salary one = Pay.of("10", "20", "EUR", "HOUR");
    Salary two = Pay.of("15", "30", "EUR", "HOUR");
    Salary other = Pay.of("15", "30", "USD", "HOUR");
    assertThat(one).isNotNull();
    assertThat(two).isNotNull();
    assertThat(other).isNotNull();
    assertThat(Pay.span(List.of(one, two))).isEqualTo(Pay.of("10", "30", "EUR", "HOUR"));
    assertThat(Pay.span(List.of(one, other))).isNull();
    assertThat(Pay.span(List.of())).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "FULL_TIME, [FULL_TIME]",
    "'FULL_TIME, PART_TIME', '[FULL_TIME, PART_TIME]'",
    "Full-time, [FULL_TIME]",
    "full-or-part-time, '[FULL_TIME, PART_TIME]'",
    "Full-time or Contract, '[FULL_TIME, CONTRACTOR]'",
    "Teilzeit, [PART_TIME]",
    "permanent, []",
    "SEASONAL, []",
    "'', []",
  })
  void employmentIsReadWord(String text, String types) {
    assertThat(Employment.types(text).toList()).hasToString(types);
  }

  @ParameterizedTest
  @CsvSource({"DE, DE", "germany, DE", "Deutschland, DE", "USA, US", "UK, GB", "España, ES"})
  void countriesHaveCodes(String name, String code) {
    assertThat(Countries.code(name)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Europe", "Atlantis", "Berlin", "ZZ"})
  void otherNamesHaveNone(String name) {
    assertThat(Countries.code(name)).isNull();
  }
}
