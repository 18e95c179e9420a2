package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.file.FilePreview;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches in, runs them one after the other and keeps what came of them. A batch that was
 * open when a server ended runs again, from its first row, when the next one opens the folder.
 */
final class BatchDesk implements AutoCloseable {

  /** Batches running or waiting; more are refused. */
  private static final int MAX_OPEN = 4;

  /** Batches kept; more are refused until somebody removes one. */
  private static final int MAX_KEPT = 100;

  /** The most rows of one batch: the page's table keeps them in memory while it is looked at. */
  static final int MAX_ROWS = 50_000;

  /** Tables kept in memory. */
  private static final int LOADED = 3;

  private static final int ID_BYTES = 8;
  private static final long CLOSE_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(BatchDesk.class);

  private final Path root;
  private final boolean temporary;
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();
  private final BatchWork work;
  private final Map<String, BatchJob> jobs = new ConcurrentHashMap<>();
  private final Map<String, BatchIndex> running = new ConcurrentHashMap<>();
  private final Map<String, BatchIndex> loaded =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BatchIndex> eldest) {
          return size() > LOADED;
        }
      };
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Threads.named("batches"));
  private volatile boolean stopping;

  /**
   * Opens the desk with the batches that lie there.
   *
   * @param folder null for a temporary one
   * @throws IOException if the folder cannot be used
   */
  BatchDesk(@Nullable Path folder, PostingAnalyzer analyzer, Metrics metrics) throws IOException {
    temporary = folder == null;
    root = folder == null ? Files.createTempDirectory("truerole-batches") : folder;
    work = new BatchWork(analyzer, metrics, () -> stopping);
    Files.createDirectories(root);
    metrics.watchBatches(() -> (int) open());
    recover();
  }

  private void recover() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(root)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    for (Path folder : folders) {
      new BatchFolder(folder).read(clock).ifPresent(job -> jobs.put(job.order().id(), job));
    }
    jobs().stream()
        .filter(job -> job.status().isOpen())
        .sorted(Comparator.comparing((BatchJob job) -> job.order().createdAt()))
        .forEach(this::enqueue);
  }

  /** All batches, the newest first. */
  List<BatchJob> jobs() {
    return jobs.values().stream()
        .sorted(Comparator.comparing((BatchJob job) -> job.order().createdAt()).reversed())
        .toList();
  }

  /**
   * A batch.
   *
   * @throws Problem if there is none of that id
   */
  BatchJob job(String id) {
    BatchJob job = jobs.get(id);
    if (job == null) {
      throw Problem.notFound("There is no batch of that id; it may have been removed.");
    }
    return job;
  }

  private long open() {
    return jobs.values().stream().filter(job -> job.status().isOpen()).count();
  }

  /**
   * Takes a batch in.
   *
   * @throws Problem if there is no place, or the file cannot be read
   */
  synchronized BatchJob submit(Upload upload) throws IOException {
    checkPlaces();
    String id = newId();
    BatchFolder folder = new BatchFolder(root.resolve(id));
    try {
      try (InputStream in = upload.open()) {
        folder.keep(in);
      }
      BatchJob job = new BatchJob(order(id, upload, folder), root.resolve(id), clock);
      folder.write(job);
      jobs.put(id, job);
      enqueue(job);
      return job;
    } catch (IOException | Problem refused) {
      folder.remove();
      throw refused;
    }
  }

  private void checkPlaces() {
    if (stopping || open() >= MAX_OPEN) {
      throw Problem.busy("As many batches wait as may; try again when one is done.");
    }
    if (jobs.size() >= MAX_KEPT) {
      throw new Problem(
          Problem.CONFLICT,
          "too_many_batches",
          "There are " + MAX_KEPT + " batches, the most that are kept; remove one first.");
    }
  }

  private BatchOrder order(String id, Upload upload, BatchFolder folder) throws IOException {
    FilePreview preview = preview(folder.input(), upload.name());
    long total = count(folder.input(), upload.name());
    if (total > MAX_ROWS) {
      throw new Problem(
          Problem.TOO_LARGE,
          "too_many_rows",
          String.format(
              java.util.Locale.ROOT,
              "The file has %,d rows, the limit here is %,d; use 'truerole classify' for more.",
              total,
              MAX_ROWS));
    }
    return new BatchOrder(
        id,
        upload.name(),
        clock.instant(),
        total,
        preview.columns(),
        column(upload, "textColumn", preview),
        column(upload, "titleColumn", preview),
        column(upload, "idColumn", preview),
        column(upload, "companyColumn", preview),
        preview.guessed().get("text"));
  }

  private static @Nullable String column(Upload upload, String field, FilePreview preview) {
    String column = upload.field(field);
    if (column != null && !preview.columns().contains(column)) {
      throw Problem.unprocessable("missing_column", "'" + field + "' names no column of the file.");
    }
    return column;
  }

  private static FilePreview preview(Path file, String name) throws IOException {
    try {
      return FilePreview.read(Files.newInputStream(file), name, 1);
    } catch (IOException unreadable) {
      throw BatchRoutes.noRows(unreadable);
    }
  }

  private static long count(Path file, String name) throws IOException {
    try {
      return FilePreview.count(Files.newInputStream(file), name);
    } catch (IOException unreadable) {
      throw BatchRoutes.noRows(unreadable);
    }
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void enqueue(BatchJob job) {
    running.put(job.order().id(), new BatchIndex());
    worker.execute(() -> run(job));
  }

  private void run(BatchJob job) {
    String id = job.order().id();
    try {
      if (stopping || job.isCancelled()) {
        return;
      }
      job.start();
      if (work.run(job, running.getOrDefault(id, new BatchIndex()))) {
        job.end(job.isCancelled() ? BatchStatus.CANCELLED : BatchStatus.DONE, null);
      }
    } catch (IOException | RuntimeException broken) {
      LOG.error("Batch {} broke off", id, broken);
      job.end(BatchStatus.FAILED, "The batch broke off; the server's log says more.");
    } finally {
      finish(job);
    }
  }

  /** What came of it lies on disk from now on. */
  private void finish(BatchJob job) {
    BatchIndex index = running.remove(job.order().id());
    if (!jobs.containsKey(job.order().id())) {
      remove(job);
      return;
    }
    synchronized (loaded) {
      if (index != null && !job.status().isOpen()) {
        loaded.put(job.order().id(), index);
      }
    }
    write(job);
  }

  private void write(BatchJob job) {
    try {
      job.folder().write(job);
    } catch (IOException unwritable) {
      LOG.error("The state of batch {} cannot be kept", job.order().id(), unwritable);
    }
  }

  /** The rows that are there. */
  BatchIndex index(BatchJob job) throws IOException {
    String id = job.order().id();
    BatchIndex index = running.get(id);
    if (index != null) {
      return index;
    }
    synchronized (loaded) {
      BatchIndex known = loaded.get(id);
      if (known == null) {
        known = BatchIndex.read(job.folder().index());
        loaded.put(id, known);
      }
      return known;
    }
  }

  /** Cancels a batch that is open, removes one that is not. */
  void end(BatchJob job) {
    if (job.status().isOpen()) {
      job.cancel();
      if (!job.status().isOpen()) {
        finish(job);
      }
      return;
    }
    jobs.remove(job.order().id());
    synchronized (loaded) {
      loaded.remove(job.order().id());
    }
    remove(job);
  }

  private static void remove(BatchJob job) {
    try {
      job.folder().remove();
    } catch (IOException left) {
      LOG.error("Batch {} cannot be removed", job.order().id(), left);
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** Lets what runs stop between two rows; what lies in a temporary folder goes. */
  @Override
  public void close() {
    stopping = true;
    jobs.values().forEach(BatchJob::wake);
    Threads.stop(worker, CLOSE_SECONDS);
    if (temporary) {
      new ArrayList<>(jobs.values()).forEach(BatchDesk::remove);
      try {
        Files.deleteIfExists(root);
      } catch (IOException left) {
        LOG.error("The folder {} cannot be removed", root, left);
      }
    }
  }
}
