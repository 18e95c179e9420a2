package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.StatedDate;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates in the forms that feeds write them; what is relative or ambiguous stays unread. */
final class DateReader {

  private static final int MAX_CHARS = 64;
  private static final int FIRST_YEAR = 1995;
  private static final int LAST_YEAR = 2100;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[ ][XXX][XX][X]['UTC']['GMT']")
          .toFormatter(Locale.ROOT);

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.BASIC_ISO_DATE);

  private DateReader() {}

  /** The date a text states, or null if it is in none of the known forms. */
  static @Nullable StatedDate read(String text) {
    String stated = text.strip();
    if (stated.isEmpty() || stated.length() > MAX_CHARS) {
      return null;
    }
    for (DateTimeFormatter form : FORMS) {
      StatedDate date = read(stated, form);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** The date of milliseconds since 1970, or null if the text is no such number. */
  static @Nullable StatedDate ofMillis(String text) {
    if (!text.matches("\\d{12,13}")) {
      return null;
    }
    OffsetDateTime time = Instant.ofEpochMilli(Long.parseLong(text)).atOffset(ZoneOffset.UTC);
    return new StatedDate(time.toString(), time.toLocalDate(), StatedDate.Precision.TIME);
  }

  private static @Nullable StatedDate read(String stated, DateTimeFormatter form) {
    if (!isIn(form, stated)) {
      return null;
    }
    try {
      TemporalAccessor date = form.parse(stated);
      LocalDate day = LocalDate.from(date);
      boolean known = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
      return known ? new StatedDate(stated, day, precision(date)) : null;
    } catch (DateTimeException otherForm) {
      return null;
    }
  }

  /** Most dates are in one form only, and a look costs less than an exception. */
  private static boolean isIn(DateTimeFormatter form, String stated) {
    ParsePosition read = new ParsePosition(0);
    return form.parseUnresolved(stated, read) != null && read.getIndex() == stated.length();
  }

  /** Midnight is how programs write a day. */
  private static StatedDate.Precision precision(TemporalAccessor date) {
    return date.isSupported(ChronoField.SECOND_OF_DAY)
            && !LocalTime.from(date).equals(LocalTime.MIDNIGHT)
        ? StatedDate.Precision.TIME
        : StatedDate.Precision.DAY;
  }

  /** The local date and time a text states, or null if it states no time. */
  static @Nullable LocalDateTime time(String text) {
    try {
      return text.length() > MAX_CHARS ? null : LocalDateTime.from(TIME.parse(text.strip()));
    } catch (DateTimeException noTime) {
      return null;
    }
  }
}
