package dev.truerole.scraper.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what.
 *
 * @param header the names, never empty or doubled
 * @param html whether the text is HTML
 */
record CsvColumns(
    List<String> header,
    int text,
    boolean html,
    OptionalInt id,
    OptionalInt title,
    OptionalInt company,
    OptionalInt location,
    OptionalInt date) {

  /** Usual names without case, spaces and marks; the best first. */
  private static final List<String> TEXT =
      List.of(
          "description",
          "text",
          "jobdescription",
          "body",
          "posting",
          "content",
          "jobdesc",
          "jobtext",
          "postingtext",
          "fulldescription",
          "fulltext",
          "jobposting",
          "jobad",
          "advert",
          "stellenbeschreibung",
          "beschreibung");

  private static final List<String> HTML =
      List.of("html", "descriptionhtml", "jobdescriptionhtml", "htmldescription", "jobhtml");
  private static final List<String> ID =
      List.of("id", "jobid", "postingid", "uniqid", "uniqueid", "uuid", "reference", "ref");
  private static final List<String> TITLE =
      List.of("title", "jobtitle", "position", "name", "positiontitle", "postingtitle", "jobname");
  private static final List<String> COMPANY =
      List.of("company", "companyname", "employer", "organization", "organisation", "employername");
  private static final List<String> LOCATION =
      List.of("location", "joblocation", "city", "place", "locations");
  private static final List<String> DATE =
      List.of("date", "dateposted", "posteddate", "postingdate", "postedat", "publishedat");

  /** A table has no column of a name that was asked for, or none that can hold the text. */
  static final class MissingException extends Exception {

    private final @Nullable String column;
    private final List<String> header;

    private MissingException(@Nullable String column, List<String> header) {
      super("no column " + column + " in " + header);
      this.column = column;
      this.header = List.copyOf(header);
    }

    /** The name that was asked for, or null if any with the text would have done. */
    @Nullable String column() {
      return column;
    }

    List<String> header() {
      return header;
    }
  }

  static CsvColumns find(List<String> header, ReadOptions options) throws MissingException {
    OptionalInt text = find(header, options.textColumn(), TEXT);
    text = text.isPresent() ? text : find(header, null, HTML);
    if (text.isEmpty()) {
      throw new MissingException(null, header);
    }
    return new CsvColumns(
        names(header),
        text.getAsInt(),
        HTML.contains(fold(header.get(text.getAsInt()))),
        find(header, options.idColumn(), ID),
        find(header, options.titleColumn(), TITLE),
        find(header, options.companyColumn(), COMPANY),
        find(header, null, LOCATION),
        find(header, null, DATE));
  }

  /** What is taken for what if nobody says otherwise. */
  static Map<String, OptionalInt> guess(List<String> header) {
    List<String> folded = header.stream().map(CsvColumns::fold).toList();
    Map<String, OptionalInt> guessed = new LinkedHashMap<>();
    guessed.put("id", first(folded, ID));
    guessed.put("title", first(folded, TITLE));
    guessed.put("company", first(folded, COMPANY));
    OptionalInt text = first(folded, TEXT);
    guessed.put("text", text.isPresent() ? text : first(folded, HTML));
    return guessed;
  }

  private static OptionalInt first(List<String> folded, List<String> usual) {
    return usual.stream().mapToInt(folded::indexOf).filter(index -> index >= 0).findFirst();
  }

  private static OptionalInt find(List<String> header, @Nullable String asked, List<String> usual)
      throws MissingException {
    if (asked == null) {
      return first(header.stream().map(CsvColumns::fold).toList(), usual);
    }
    int exact = header.indexOf(asked);
    int index =
        exact >= 0 ? exact : header.stream().map(CsvColumns::fold).toList().indexOf(fold(asked));
    if (index < 0) {
      throw new MissingException(asked, header);
    }
    return OptionalInt.of(index);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Columns without a name, or with one that was there before, are called by their place. */
  static List<String> names(List<String> header) {
    List<String> names = new ArrayList<>();
    for (String name : header) {
      boolean usable = !name.isBlank() && !names.contains(name.strip());
      names.add(usable ? name.strip() : "column " + (names.size() + 1));
    }
    return List.copyOf(names);
  }

  /** Whether a column holds the text in one form or another. */
  boolean isText(int index) {
    String name = fold(header.get(index));
    return index == text
        || HTML.contains(name)
        || name.equals("description")
        || name.equals("text");
  }

  /** What a row has in a column, if there is such a column and it is not blank there. */
  static Optional<String> value(List<String> row, OptionalInt column) {
    return column.isEmpty()
        ? Optional.empty()
        : Optional.of(row.get(column.getAsInt()).strip()).filter(value -> !value.isEmpty());
  }
}
