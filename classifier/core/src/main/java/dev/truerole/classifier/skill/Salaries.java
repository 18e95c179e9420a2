package dev.truerole.classifier.skill;

import dev.truerole.classifier.skill.Asks.Salary;
import dev.truerole.classifier.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the pay that a segment states: "$120,000 - $150,000 a year", "£60k". */
final class Salaries {

  private static final String CURRENCY = "US\\$|USD ?\\$?|CA\\$|CAD ?\\$?|AU\\$|GBP|EUR|INR|[$£€₹]";
  private static final String AMOUNT = "\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,7}";

  private static final Pattern PAY =
      Pattern.compile(
          "(?<currency>"
              + CURRENCY
              + ")\\s?(?<min>"
              + AMOUNT
              + ")(?:\\.\\d{1,2})?(?<mink>[kK]\\b)?"
              + "(?:\\s?(?:USD|CAD|per (?:year|hour)|/(?:year|yr|hour|hr)))?"
              + "(?:\\s?(?:-|–|—|to|and)\\s?(?:"
              + CURRENCY
              + ")?\\s?(?<max>"
              + AMOUNT
              + ")(?:\\.\\d{1,2})?(?<maxk>[kK]\\b)?)?"
              + "(?<more>\\s?(?:million|billion|mm?\\b|bn\\b|[MB]\\b|\\+\\s?(?:million|billion)))?");

  /** A sign or a code of these stands in every currency. */
  private static final String SIGNS = "$£€₹";

  private static final List<String> CURRENCY_CODES = List.of("USD", "CAD", "GBP", "EUR", "INR");

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?i)(?:per|an?|/)\\s?(year|annum|yr|hour|hr|month|day)\\b|\\b(annual|hourly|monthly|daily|yearly)");

  private static final Set<String> PAY_WORDS =
      Set.of(
          "salary",
          "salaries",
          "pay",
          "compensation",
          "base",
          "wage",
          "rate",
          "remuneration",
          "ote",
          "annum",
          "hourly",
          "annually",
          "range");

  private static final Map<String, String> CODES =
      Map.of(
          "$", "USD", "£", "GBP", "€", "EUR", "₹", "INR", "US$", "USD", "CA$", "CAD", "AU$", "AUD");

  /** Yearly pay lies between these, hourly pay below them. */
  private static final long LEAST_A_YEAR = 10_000;

  private static final long MOST_A_YEAR = 3_000_000;
  private static final long MOST_AN_HOUR = 1_000;
  private static final int CODE = 3;

  private Salaries() {}

  /** The first pay that a segment states. */
  static Optional<Stated<Salary>> find(Setting setting) {
    String words = setting.segment().of(setting.text());
    if (!hasCurrency(words)) {
      return Optional.empty();
    }
    Matcher pay = PAY.matcher(words);
    while (pay.find()) {
      Optional<Salary> salary = salary(pay, words, speaksOfPay(setting));
      if (salary.isPresent()) {
        int start = setting.segment().start();
        return Optional.of(
            new Stated<>(salary.get(), new Span(start + pay.start(), start + pay.end())));
      }
    }
    return Optional.empty();
  }

  /** A cheap look before any pattern is tried. */
  private static boolean hasCurrency(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (SIGNS.indexOf(words.charAt(i)) >= 0) {
        return true;
      }
    }
    return CURRENCY_CODES.stream().anyMatch(words::contains);
  }

  private static boolean speaksOfPay(Setting setting) {
    return setting.tokens().stream().anyMatch(token -> PAY_WORDS.contains(token.normal()));
  }

  private static Optional<Salary> salary(Matcher pay, String words, boolean speaksOfPay) {
    boolean range = pay.group("max") != null;
    if (pay.group("more") != null || !(range || speaksOfPay)) {
      return Optional.empty();
    }
    long min = amount(pay.group("min"), pay.group("mink"));
    long max = range ? amount(pay.group("max"), pay.group("maxk")) : min;
    // "$100-170k": the k is that of both.
    min = min < LEAST_A_YEAR && pay.group("maxk") != null ? min * MOST_AN_HOUR : min;
    @Nullable String period = period(words, pay.end());
    boolean yearly = min >= LEAST_A_YEAR && max <= MOST_A_YEAR;
    boolean timed = period != null && !period.equals("year") && max <= MOST_A_YEAR && min > 0;
    boolean hourly = timed && (!"hour".equals(period) || max <= MOST_AN_HOUR);
    return max >= min && (yearly || hourly)
        ? Optional.of(new Salary(min, max, code(pay.group("currency")), period))
        : Optional.empty();
  }

  private static long amount(String digits, @Nullable String k) {
    BigDecimal amount = new BigDecimal(digits.replace(",", ""));
    return amount.longValue() * (k == null ? 1 : MOST_AN_HOUR);
  }

  private static String code(String currency) {
    String sign = currency.replace(" ", "");
    return CODES.getOrDefault(sign, sign.substring(0, Math.min(CODE, sign.length())));
  }

  /** The period said right behind, or anywhere in the segment. */
  private static @Nullable String period(String words, int from) {
    Matcher period = PERIOD.matcher(words);
    if (!period.find(from) && !period.find(0)) {
      return null;
    }
    String word = period.group(1) == null ? period.group(2) : period.group(1);
    return switch (Character.toLowerCase(word.charAt(0))) {
      case 'h' -> "hour";
      case 'm' -> "month";
      case 'd' -> "day";
      default -> "year";
    };
  }
}
