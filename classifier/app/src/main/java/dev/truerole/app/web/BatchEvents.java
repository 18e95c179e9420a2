package dev.truerole.app.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/** A batch's progress as server-sent events: {@code progress} by and by, {@code end} at last. */
final class BatchEvents {

  /** Each watcher takes a thread. */
  private static final int MAX_WATCHERS = 32;

  /** At most so often. */
  private static final long PAUSE_MILLIS = 200;

  /** A sign of life, so that either side notices when the other is gone. */
  private static final long BEAT_MILLIS = 5_000;

  private final Semaphore places = new Semaphore(MAX_WATCHERS);
  private final BatchDesk desk;

  BatchEvents(BatchDesk desk) {
    this.desk = desk;
  }

  void send(Context context) throws IOException {
    BatchJob job = desk.job(context.pathParam("id"));
    if (!places.tryAcquire()) {
      throw Problem.busy("Too many pages watch batches; this one may ask again in a moment.");
    }
    try {
      context.contentType("text/event-stream; charset=utf-8");
      context.header("X-Accel-Buffering", "no");
      // The context's own stream may compress and does not hand a flush on.
      stream(job, context.res().getOutputStream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void stream(BatchJob job, OutputStream out) throws IOException, InterruptedException {
    long seen = -1;
    while (true) {
      long version = job.version();
      boolean over = !job.status().isOpen() || desk.isStopping();
      boolean same = version == seen;
      write(out, over ? event("end", job) : same ? ":\n\n" : event("progress", job));
      if (over) {
        return;
      }
      seen = version;
      Thread.sleep(PAUSE_MILLIS);
      job.await(seen, BEAT_MILLIS);
    }
  }

  private static String event(String name, BatchJob job) {
    return "event: " + name + "\ndata: " + Json.text(job.json()) + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
