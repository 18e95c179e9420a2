package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.util.List;

/**
 * Writes answers one after the other; every input gives exactly one. Closing completes the report
 * and closes what it writes to. For one thread.
 */
public interface ReportWriter extends Closeable, Flushable {

  /**
   * Takes what the next answer's posting was read from, for formats that give it back.
   *
   * @param columns the columns of the table it stood in, the same list for each of its rows
   * @param cells what stood there
   * @param line the line of a posting that failed, if it was a line
   */
  default void read(List<String> columns, List<String> cells, String line) {}

  /**
   * Writes an answer.
   *
   * @throws IOException if it cannot be written
   */
  void write(PostingAnalysis analysis) throws IOException;

  /**
   * Writes what stands in the place of an answer.
   *
   * @param code for programs, such as {@code malformed_json}
   * @param message for people: what, where, what to do
   * @throws IOException if it cannot be written
   */
  void writeFailure(PostingId id, String code, String message) throws IOException;
}
