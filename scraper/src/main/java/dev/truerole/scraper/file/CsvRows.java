package dev.truerole.scraper.file;

import dev.truerole.scraper.board.TermFields;
import dev.truerole.scraper.posting.PostingId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rows of the records of a table. */
final class CsvRows {

  private final CsvColumns columns;
  private final int maxChars;

  CsvRows(CsvColumns columns, int maxChars) {
    this.columns = columns;
    this.maxChars = maxChars;
  }

  /** Their names, the same list for each row. */
  List<String> columns() {
    return columns.header();
  }

  PostingRow row(List<String> row, String place) {
    int expected = columns.header().size();
    if (row.size() != expected) {
      return Failures.wrongFieldCount(place, row.size(), expected);
    }
    return new RawRow(
            PostingId.of(CsvColumns.value(row, columns.id()).orElse(place)),
            place,
            CsvColumns.value(row, columns.title()).orElse(null),
            CsvColumns.value(row, columns.company()).orElse(null),
            CsvColumns.value(row, columns.location()).orElse(null),
            CsvColumns.value(row, columns.date()).orElse(null),
            TermFields.read(others(row)),
            others(row))
        .withText(row.get(columns.text()), columns.html(), maxChars);
  }

  private Map<String, String> others(List<String> row) {
    Map<String, String> others = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      if (!columns.isText(i)) {
        others.put(columns.header().get(i), row.get(i));
      }
    }
    return others;
  }
}
