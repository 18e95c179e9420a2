package dev.truerole.scraper.file;

import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that can be wrong with a row, in words: what, where and what to do. */
final class Failures {

  private static final int MAX_DETAIL_CHARS = 200;
  private static final int MAX_NAMES = 30;

  private Failures() {}

  static PostingRow unreadableFile(String file, IOException why) {
    String message = file + ": cannot be read (" + reason(why) + "); check the path and its rights";
    return failed(file, "unreadable_file", message);
  }

  static PostingRow unreadableInput(String file, IOException why) {
    String message =
        file
            + ": reading broke off ("
            + reason(why)
            + "); the rows before this one are complete, the rest was not read";
    return failed(file, "unreadable_input", message);
  }

  static PostingRow noPostings(String folder) {
    String message =
        folder
            + ": no postings in this folder; put .txt, .md, .html, .jsonl, .json or .csv files in";
    return failed(folder, "no_postings", message);
  }

  static PostingRow noMatch(String pattern) {
    String message =
        pattern + ": no file matches; check the pattern, ** crosses folders and * does not";
    return failed(pattern, "no_match", message);
  }

  static PostingRow noParquet(String name) {
    String message =
        name
            + ": Parquet is read from files only, and not by this command; convert it to JSON"
            + " Lines";
    return failed(name, "unreadable_file", message);
  }

  static PostingRow binaryFile(String file, String format) {
    String message =
        file + ": is " + format + ", not text; save the posting as text or HTML and read that";
    return failed(file, "binary_file", message);
  }

  static PostingRow malformedJson(String place, String why) {
    String message =
        place
            + ": not a JSON object ("
            + shorten(why)
            + "); a row has to be one object with a description";
    return failed(place, "malformed_json", message);
  }

  static PostingRow lineTooLong(String place, int maxBytes) {
    String message =
        place
            + ": the line is longer than "
            + (maxBytes >> 20)
            + " MiB; a row has to be one posting on a line of its own";
    return failed(place, "line_too_long", message);
  }

  static PostingRow malformedCsv(String place, String why) {
    String message =
        place
            + ": not valid CSV ("
            + shorten(why)
            + "); quotes inside a quoted field have to be doubled; the rows from here on were not"
            + " read";
    return failed(place, "malformed_csv", message);
  }

  static PostingRow missingColumn(String file, @Nullable String column, List<String> header) {
    return failed(file, "missing_column", missingColumnMessage(file, column, header));
  }

  static String missingColumnMessage(String file, @Nullable String column, List<String> header) {
    String what = column == null ? "no column with the text" : "no column '" + column + "'";
    String advice = column == null ? "name the one with --text-column" : "check the name";
    return file + ": " + what + "; its columns are " + names(header) + "; " + advice;
  }

  static PostingRow wrongFieldCount(String place, int fields, int columns) {
    String message =
        place
            + ": "
            + fields
            + " fields where the header has "
            + columns
            + "; fields that hold the delimiter or a line break have to be quoted";
    return failed(place, "wrong_field_count", message);
  }

  static PostingRow missingText(
      PostingId id, String place, List<String> wanted, Collection<String> there) {
    String message =
        place
            + ": no field "
            + String.join(", ", wanted)
            + "; the fields are "
            + names(there)
            + "; name the one with the text by --text-column";
    return new PostingRow.Failed(id, "missing_text", message);
  }

  static PostingRow wrongType(PostingId id, String place, String field) {
    String message = place + ": '" + field + "' is not a string; the text has to be one";
    return new PostingRow.Failed(id, "wrong_type", message);
  }

  static PostingRow emptyText(PostingId id, String place) {
    String message =
        place + ": there is no text; if it is a web page, save it after it has loaded completely";
    return new PostingRow.Failed(id, "empty_text", message);
  }

  static PostingRow textTooLong(PostingId id, String place, long chars, int maxChars) {
    String message =
        String.format(
            Locale.ROOT,
            "%s: the text has %,d characters, the limit is %,d; give each posting a row or file of"
                + " its own, or raise --max-chars",
            place,
            chars,
            maxChars);
    return new PostingRow.Failed(id, "text_too_long", message);
  }

  static PostingRow fileTooLong(String file, long maxBytes, int maxChars) {
    String message =
        String.format(
            Locale.ROOT,
            "%s: the file has more than %,d bytes, the limit for a text is %,d characters; give"
                + " each posting a file of its own, or raise --max-chars",
            file,
            maxBytes,
            maxChars);
    return failed(file, "text_too_long", message);
  }

  private static PostingRow failed(String place, String code, String message) {
    return new PostingRow.Failed(PostingId.of(place), code, message);
  }

  private static String names(Collection<String> names) {
    if (names.isEmpty()) {
      return "(none)";
    }
    String list = String.join(", ", names.stream().limit(MAX_NAMES).toList());
    return names.size() > MAX_NAMES ? list + ", …" : list;
  }

  private static String reason(IOException why) {
    if (why instanceof NoSuchFileException) {
      return "no such file";
    }
    if (why instanceof AccessDeniedException) {
      return "access denied";
    }
    String message = why.getMessage();
    return message == null ? why.getClass().getSimpleName() : shorten(message);
  }

  private static String shorten(String detail) {
    String line = detail.lines().findFirst().orElse("").strip();
    return line.length() <= MAX_DETAIL_CHARS ? line : line.substring(0, MAX_DETAIL_CHARS) + "…";
  }
}
