package dev.truerole.app.web;

import dev.truerole.scraper.file.DocumentReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts of documents that are none, by the readers that are installed. A document made to take for
 * ever or all memory takes one of few threads, for a while, and nothing else.
 */
final class Documents implements AutoCloseable {

  private static final Set<String> KNOWN = Set.of("pdf", "docx");
  private static final int AT_ONCE = 2;
  private static final int WAITING = 8;
  private static final long SECONDS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  private final Map<String, DocumentReader> readers = new HashMap<>();
  private final ThreadPoolExecutor reading =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Threads.named("documents"));

  Documents(Iterable<DocumentReader> installed) {
    installed.forEach(reader -> readers.put(reader.ending(), reader));
  }

  /** With what is on the class path. */
  static Documents installed() {
    return new Documents(ServiceLoader.load(DocumentReader.class));
  }

  /** Whether a file of that name is such a document. */
  static boolean isDocument(String name) {
    return KNOWN.contains(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * The document's text; fails with a {@link Problem} where there is none.
   *
   * @throws Problem if there is no reader, or no place
   */
  CompletableFuture<String> text(String name, byte[] document) {
    DocumentReader reader = readers.get(ending(name));
    if (reader == null) {
      throw Problem.unprocessable(
          "unsupported_document",
          "This TrueRole was built without the module that reads PDF and Word. Paste the text.");
    }
    try {
      return CompletableFuture.supplyAsync(() -> read(reader, document), reading)
          .orTimeout(SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException full) {
      throw Problem.busy("Too many documents wait to be read; try again in a moment.");
    }
  }

  private static String read(DocumentReader reader, byte[] document) {
    try {
      return reader.read(document);
    } catch (IOException unreadable) {
      throw new CompletionException(refused(String.valueOf(unreadable.getMessage())));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError unforeseen) {
      // The libraries promise nothing for documents made to break them.
      LOG.warn("A document could not be read", unforeseen);
      throw new CompletionException(refused("it is broken"));
    }
  }

  private static Problem refused(String why) {
    return Problem.unprocessable(
        "unreadable_document", "The file cannot be read: " + why + ". Paste the text instead.");
  }

  @Override
  public void close() {
    reading.shutdownNow();
  }
}
