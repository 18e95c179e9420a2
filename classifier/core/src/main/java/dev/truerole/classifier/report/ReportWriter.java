package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/**
 * Writes answers one after the other; every input gives exactly one. Closing completes the report
 * and closes what it writes to. For one thread.
 */
public interface ReportWriter extends Closeable, Flushable {

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
