package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A batch and how far it is. Thread-safe; whoever watches is woken by every change. */
final class BatchJob {

  private final BatchOrder order;
  private final BatchFolder folder;
  private final Clock clock;
  private BatchStatus status;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;
  private @Nullable String error;
  private long done;
  private long failed;
  private long version;
  private boolean cancelled;

  BatchJob(BatchOrder order, Path folder, Clock clock) {
    this(order, folder, clock, BatchStatus.QUEUED, null, null, 0, 0);
  }

  /** A batch as it was left. */
  BatchJob(
      BatchOrder order,
      Path folder,
      Clock clock,
      BatchStatus status,
      @Nullable Instant finishedAt,
      @Nullable String error,
      long done,
      long failed) {
    this.order = order;
    this.folder = new BatchFolder(folder);
    this.clock = clock;
    this.status = status;
    this.finishedAt = finishedAt;
    this.error = error;
    this.done = done;
    this.failed = failed;
  }

  BatchOrder order() {
    return order;
  }

  BatchFolder folder() {
    return folder;
  }

  synchronized BatchStatus status() {
    return status;
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  synchronized void start() {
    status = BatchStatus.RUNNING;
    startedAt = clock.instant();
    done = 0;
    failed = 0;
    changed();
  }

  synchronized void add(long rows, long failures) {
    done += rows;
    failed += failures;
    changed();
  }

  /** Asks a batch that is open to stop; it stops between two rows. */
  synchronized void cancel() {
    cancelled = true;
    if (status == BatchStatus.QUEUED) {
      end(BatchStatus.CANCELLED, null);
    }
  }

  synchronized void end(BatchStatus how, @Nullable String why) {
    status = how;
    error = why;
    finishedAt = clock.instant();
    changed();
  }

  private synchronized void changed() {
    version++;
    notifyAll();
  }

  /** Wakes who watches, though nothing has changed. */
  void wake() {
    changed();
  }

  synchronized long version() {
    return version;
  }

  /** Waits for a change after a version, but no longer than said. */
  synchronized void await(long seen, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (version == seen) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  /** What people see of it. */
  synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("id", order.id()).put("name", order.name()).put("status", status.id());
    json.put("rows", done).put("done", done).put("failed", failed).put("total", order.total());
    double rate = rate();
    json.put("ratePerSecond", Math.round(rate * 10) / 10.0);
    if (status == BatchStatus.RUNNING && rate > 0) {
      json.put("secondsLeft", Math.round(Math.max(0, order.total() - done) / rate));
    } else {
      json.putNull("secondsLeft");
    }
    json.put("createdAt", order.createdAt().toString());
    json.put("finishedAt", finishedAt == null ? null : finishedAt.toString());
    if (error != null) {
      json.put("error", error);
    }
    return json;
  }

  private double rate() {
    if (startedAt == null || done == 0) {
      return 0;
    }
    Instant until = finishedAt == null ? clock.instant() : finishedAt;
    double seconds = (until.toEpochMilli() - startedAt.toEpochMilli()) / 1000.0;
    return seconds > 0 ? done / seconds : 0;
  }

  /** What is kept of it. */
  synchronized ObjectNode state() {
    ObjectNode json = Json.object();
    json.set("order", order.json());
    json.put("status", status.id()).put("done", done).put("failed", failed).put("error", error);
    return json.put("finishedAt", finishedAt == null ? null : finishedAt.toString());
  }
}
