package dev.truerole.scraper.posting;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pay as a source states it in fields of their own.
 *
 * @param min the least, or null if only the most is stated
 * @param max the most, or null if only the least is stated
 * @param currency an ISO 4217 code
 * @param period what the amounts are paid for
 */
public record Salary(
    @Nullable BigDecimal min, @Nullable BigDecimal max, String currency, Period period) {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /** What an amount is paid for. */
  public enum Period {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /**
   * @throws IllegalArgumentException if there is no amount, an amount is not positive, the least is
   *     more than the most, or the currency is not three capitals
   */
  public Salary {
    BigDecimal least = min == null ? max : min;
    BigDecimal most = max == null ? min : max;
    if (least == null || most == null) {
      throw new IllegalArgumentException("a salary needs an amount");
    }
    if (least.signum() <= 0 || least.compareTo(most) > 0) {
      throw new IllegalArgumentException("salary from " + min + " to " + max + " is no range");
    }
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("currency '" + currency + "' is not a code like EUR");
    }
  }
}
