package dev.truerole.app.cli;

import dev.truerole.app.batch.BatchRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads work on postings. */
final class ThreadsOption {

  /** How many threads of its own PyTorch uses for each of those that call it. */
  private static final String ENGINE_THREADS = "ai.djl.pytorch.num_threads";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that work on postings. Default: one a core.")
  private @Nullable Integer threads;

  /**
   * The number. PyTorch, if it has not been loaded yet, is told to keep to the threads that call
   * it: its own beside them would only fight for the same cores.
   */
  int count() {
    if (threads != null && threads < 1) {
      throw new UsageException("--threads must be at least 1, not " + threads);
    }
    if (System.getProperty(ENGINE_THREADS) == null) {
      System.setProperty(ENGINE_THREADS, "1");
    }
    return threads == null ? BatchRun.allThreads() : threads;
  }
}
