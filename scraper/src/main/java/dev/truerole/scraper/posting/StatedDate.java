package dev.truerole.scraper.posting;

import java.time.LocalDate;

/**
 * A date as a source states it.
 *
 * @param stated the words of the source
 * @param day the day in the zone the source states, or in UTC if it states none
 * @param precision how exactly the source knows it
 */
public record StatedDate(String stated, LocalDate day, Precision precision) {

  /** How exact a date is. */
  public enum Precision {
    TIME,
    DAY
  }
}
