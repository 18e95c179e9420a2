package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.JobScraper;
import dev.truerole.scraper.ScrapeOutcome;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** From what a request gives to its answer: read, or fetched, then asked of the model. */
final class Answers implements AutoCloseable {

  /** A text is answered in far less; what takes longer stands behind too much else. */
  private static final long ANSWER_SECONDS = 20;

  /** Polite fetching may wait for its turn at the host. */
  private static final long FETCH_SECONDS = 60;

  /** Addresses fetched at once, and waiting to be. */
  private static final int FETCHES = 4;

  private final AnswerQueue queue;
  private final JobScraper scraper;
  private final boolean fetches;
  private final Metrics metrics;
  private final PostingReader reader = new PostingReader();
  private final Documents documents = Documents.installed();
  private final ThreadPoolExecutor fetching =
      new ThreadPoolExecutor(
          FETCHES,
          FETCHES,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(FETCHES),
          Threads.named("fetches"));

  Answers(AnswerQueue queue, JobScraper scraper, boolean fetches, Metrics metrics) {
    this.queue = queue;
    this.scraper = scraper;
    this.fetches = fetches;
    this.metrics = metrics;
  }

  /**
   * Answers an item.
   *
   * @throws Problem if it cannot be read, or there is no place for it
   */
  CompletableFuture<PostingAnalysis> answer(PostingRequest request, boolean text) {
    if (request.source() == PostingRequest.Source.URL) {
      return fetch(request)
          .thenCompose(posting -> answer(PostingReader.withText(posting)))
          .orTimeout(FETCH_SECONDS, TimeUnit.SECONDS);
    }
    JobPosting posting = reader.read(request);
    return answer(text ? PostingReader.withText(posting) : posting);
  }

  /** Answers a posting that was read. */
  CompletableFuture<PostingAnalysis> answer(JobPosting posting) {
    return queue
        .submit(posting)
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .whenComplete((answer, failure) -> count(answer));
  }

  private void count(@Nullable PostingAnalysis answer) {
    if (answer != null) {
      metrics.answered(answer);
    }
  }

  private CompletableFuture<JobPosting> fetch(PostingRequest request) {
    URI url = url(request.content().strip());
    if (!fetches) {
      throw Problem.unprocessable(
          "OFFLINE", "This server fetches nothing. Open the page and paste its text.");
    }
    try {
      return CompletableFuture.supplyAsync(() -> scraped(url, request), fetching);
    } catch (RejectedExecutionException full) {
      metrics.rejected();
      throw Problem.busy("Too many addresses are being fetched; try again in a moment.");
    }
  }

  private JobPosting scraped(URI url, PostingRequest request) {
    ScrapeOutcome outcome = scraper.scrape(url);
    metrics.fetched(outcome.kind().name());
    if (outcome instanceof ScrapeOutcome.Read read) {
      PostingId id = request.id() == null ? read.posting().id() : request.id();
      return PostingReader.named(read.posting(), request.title(), request.company(), id);
    }
    String what =
        outcome instanceof ScrapeOutcome.Refused refused ? refused.message() : "Nothing came.";
    throw Problem.unprocessable(outcome.kind().name(), what);
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (web && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException none) {
      throw noAddress();
    }
    throw noAddress();
  }

  private static Problem noAddress() {
    return Problem.unprocessable(
        "no_address", "This is no web address; write it as https://host/path.");
  }

  /**
   * Answers a file, with its text.
   *
   * @throws Problem if it cannot be read, or there is no place for it
   */
  CompletableFuture<PostingAnalysis> answer(Upload upload, byte[] bytes) {
    String name = upload.name();
    if (!Documents.isDocument(name)) {
      return answer(upload, reader.file(name, bytes));
    }
    return documents
        .text(name, bytes)
        .thenCompose(
            text ->
                answer(upload, reader.file(name + ".md", text.getBytes(StandardCharsets.UTF_8))));
  }

  private CompletableFuture<PostingAnalysis> answer(Upload upload, JobPosting posting) {
    return answer(PostingReader.withText(PostingReader.sent(posting, upload)));
  }

  @Override
  public void close() {
    fetching.shutdownNow();
    documents.close();
    queue.close();
  }
}
