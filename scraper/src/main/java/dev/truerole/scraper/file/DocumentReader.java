package dev.truerole.scraper.file;

import java.io.IOException;

/**
 * Reads a kind of document that is no text, such as PDF. Found by {@link java.util.ServiceLoader},
 * so that those who need none carry no library for it. Thread-safe.
 */
public interface DocumentReader {

  /** The end of such a file's name, in lower case without the dot: {@code pdf}. */
  String ending();

  /**
   * The document's text as Markdown: headings after {@code #}, list items after {@code -}, as far
   * as the document tells them.
   *
   * @throws IOException if it cannot be read; the message says why in words for people
   */
  String read(byte[] document) throws IOException;
}
