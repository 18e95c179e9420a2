package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.Salary.Period;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes salaries of amounts, currencies and periods; one that is unclear in any part is none. */
final class Pay {

  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,4})?(?:E\\d)?");
  private static final int MAX_AMOUNT_CHARS = 24;

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Signs that stand for one currency only; a dollar sign does not. */
  private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "₹", "INR");

  private static final Map<String, Period> PERIODS =
      Map.ofEntries(
          Map.entry("hour", Period.HOUR),
          Map.entry("hourly", Period.HOUR),
          Map.entry("hur", Period.HOUR),
          Map.entry("perhourwage", Period.HOUR),
          Map.entry("day", Period.DAY),
          Map.entry("daily", Period.DAY),
          Map.entry("perdaywage", Period.DAY),
          Map.entry("week", Period.WEEK),
          Map.entry("weekly", Period.WEEK),
          Map.entry("perweeksalary", Period.WEEK),
          Map.entry("month", Period.MONTH),
          Map.entry("monthly", Period.MONTH),
          Map.entry("mon", Period.MONTH),
          Map.entry("permonthsalary", Period.MONTH),
          Map.entry("year", Period.YEAR),
          Map.entry("yearly", Period.YEAR),
          Map.entry("annual", Period.YEAR),
          Map.entry("annually", Period.YEAR),
          Map.entry("ann", Period.YEAR),
          Map.entry("peryearsalary", Period.YEAR));

  private Pay() {}

  /**
   * A salary of what stands in four fields.
   *
   * @return null if an amount, the currency or the period is unknown, or all amounts are missing or
   *     zero
   */
  static @Nullable Salary of(String min, String max, String currency, String period) {
    Optional<Period> known = period(period);
    String code = SIGNS.getOrDefault(currency.strip(), currency.strip().toUpperCase(Locale.ROOT));
    if (known.isEmpty() || !CURRENCIES.contains(code) || !isClear(min) || !isClear(max)) {
      return null;
    }
    BigDecimal least = amount(min);
    BigDecimal most = amount(max);
    boolean reversed = least != null && most != null && least.compareTo(most) > 0;
    return reversed || (least == null && most == null)
        ? null
        : new Salary(least, most, code, known.get());
  }

  /** The period a word or code stands for. */
  static Optional<Period> period(String text) {
    String word = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return Optional.ofNullable(PERIODS.get(word));
  }

  /** From the least to the most of several ranges, if they are paid alike. */
  static @Nullable Salary span(List<Salary> ranges) {
    if (ranges.isEmpty()) {
      return null;
    }
    Salary first = ranges.get(0);
    boolean alike =
        ranges.stream()
            .allMatch(
                range ->
                    range.currency().equals(first.currency()) && range.period() == first.period());
    BigDecimal min = amounts(ranges).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal max = amounts(ranges).max(BigDecimal::compareTo).orElseThrow();
    return alike && ranges.size() > 1
        ? new Salary(min, max, first.currency(), first.period())
        : alike ? first : null;
  }

  private static Stream<BigDecimal> amounts(List<Salary> ranges) {
    return ranges.stream()
        .flatMap(
            range -> Stream.of(Optional.ofNullable(range.min()), Optional.ofNullable(range.max())))
        .flatMap(Optional::stream);
  }

  private static boolean isClear(String amount) {
    return amount.isBlank() || isAmount(amount);
  }

  private static boolean isAmount(String text) {
    String amount = text.strip();
    return amount.length() <= MAX_AMOUNT_CHARS && AMOUNT.matcher(amount).matches();
  }

  /** The amount, or null if there is none or nothing. */
  private static @Nullable BigDecimal amount(String text) {
    if (text.isBlank()) {
      return null;
    }
    BigDecimal amount = new BigDecimal(text.strip().replace(",", "")).stripTrailingZeros();
    return amount.signum() == 0 ? null : amount.setScale(Math.max(0, amount.scale()));
  }

  /** An amount of hundredths, such as cents, in whole units. */
  static String ofHundredths(String text) {
    return isAmount(text)
        ? new BigDecimal(text.strip().replace(",", ""))
            .movePointLeft(2)
            .stripTrailingZeros()
            .toPlainString()
        : text;
  }
}
