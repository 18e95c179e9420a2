package dev.truerole.app.web;

import java.util.List;
import java.util.stream.Collectors;

/** Cells of the sender's own, to stand before those of a report. */
final class CsvCells {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvCells() {}

  /** A row without its end, each cell followed by a comma. */
  static String before(List<String> cells) {
    return cells.stream().map(cell -> cell(cell) + ",").collect(Collectors.joining());
  }

  /** Quoted where it must be; a spreadsheet must not run it. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = formula && !isNumber(text) ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** A number of the sender's stays a number. */
  private static boolean isNumber(String text) {
    return text.matches("[-+]?\\d{1,18}(?:\\.\\d{1,18})?");
  }
}
