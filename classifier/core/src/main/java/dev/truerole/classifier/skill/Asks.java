package dev.truerole.classifier.skill;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a posting asks and offers as a whole; null where it does not say.
 *
 * @param yearsMin the least years of experience, 1 to 40
 * @param degree the lowest degree that will do
 * @param seniority the rank of the position
 * @param salary what it pays
 * @param workplace where the work is done
 */
public record Asks(
    @Nullable Stated<Integer> yearsMin,
    @Nullable Stated<Degree> degree,
    @Nullable Stated<Seniority> seniority,
    @Nullable Stated<Salary> salary,
    @Nullable Stated<Workplace> workplace) {

  /** Degrees, lowest first. */
  public enum Degree {
    HIGH_SCHOOL,
    ASSOCIATE,
    BACHELOR,
    MASTER,
    DOCTORATE;

    /** The name in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Ranks, lowest first. */
  public enum Seniority {
    INTERN,
    JUNIOR,
    MID,
    SENIOR,
    LEAD,
    STAFF,
    PRINCIPAL;

    /** The name in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where the work is done. */
  public enum Workplace {
    REMOTE,
    HYBRID,
    ONSITE;

    /** The name in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Pay as stated.
   *
   * @param min the lower end
   * @param max the upper end, the same where there is but one figure
   * @param currency ISO 4217
   * @param period {@code year}, {@code month}, {@code day} or {@code hour}; null where not said
   */
  public record Salary(long min, long max, String currency, @Nullable String period) {

    /**
     * @throws IllegalArgumentException if the ends are not ascending
     */
    public Salary {
      if (min < 0 || max < min) {
        throw new IllegalArgumentException("no pay: " + min + " to " + max);
      }
    }
  }

  /** Nothing stated. */
  public static Asks none() {
    return new Asks(null, null, null, null, null);
  }
}
