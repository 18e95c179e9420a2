package dev.truerole.app.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error; silent when nobody watches. */
final class Progress implements AutoCloseable {

  private static final int REFRESH_MILLIS = 250;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** A bar that counts postings of unknown number. */
  static Progress rows(Console console, boolean quiet) {
    return of(console, quiet, "Postings", -1);
  }

  /** A bar over a known number of steps. */
  static Progress steps(Console console, boolean quiet, String task, long steps) {
    return of(console, quiet, task, steps);
  }

  private static Progress of(Console console, boolean quiet, String task, long max) {
    if (quiet || !console.errIsTerminal()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(max)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(console.err()))
            .build());
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
