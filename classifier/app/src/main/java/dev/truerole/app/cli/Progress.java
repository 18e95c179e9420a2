package dev.truerole.app.cli;

import dev.truerole.scraper.file.PostingRows;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error; silent when nobody watches. */
final class Progress implements AutoCloseable {

  private static final int REFRESH_MILLIS = 250;

  private static final String MEBIBYTES = " MiB";
  private static final long MEBIBYTE = 1 << 20;

  private final long started = System.nanoTime();
  private long postings;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** A bar over the bytes of the files that postings are read from, as far as they are known. */
  static Progress reading(Console console, boolean quiet, PostingRows rows) {
    return of(console, quiet, "Postings", rows.bytes().orElse(-1), rows.bytes().isPresent());
  }

  /** A bar over a known number of steps. */
  static Progress steps(Console console, boolean quiet, String task, long steps) {
    return of(console, quiet, task, steps, false);
  }

  private static Progress of(Console console, boolean quiet, String task, long max, boolean bytes) {
    if (quiet || !console.errIsTerminal()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(max)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(bytes ? MEBIBYTES : "", bytes ? MEBIBYTE : 1)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(console.err()))
            .build());
  }

  /** Follows a reader: the bytes it has read, and so many postings more. */
  void follow(PostingRows rows, long done) {
    postings += done;
    if (bar != null && bar.getMax() > 0) {
      bar.stepTo(Math.min(bar.getMax(), rows.bytesRead()));
      double seconds = (System.nanoTime() - started) / 1e9;
      note(String.format(Locale.ROOT, "%,d postings, %,.0f/s", postings, postings / seconds));
    } else {
      add(done);
    }
  }

  void add(long done) {
    if (bar != null) {
      bar.stepBy(done);
    }
  }

  void note(String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
