package dev.truerole.app.batch;

import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report in a file or a stream, written by all workers, chunk after chunk, and beside it, if
 * asked for, a file of the rows that failed. A file keeps a journal until it is complete, so that a
 * run that was killed can go on. For one run.
 */
public final class BatchOutput implements Closeable {

  private final OpenDestination<?> files;

  /**
   * What is written, and where.
   *
   * @param output the file of the report, or null for a stream
   * @param failures the file of the rows that failed, or null for none
   * @param identity everything that makes the output what it is, by its name in messages: it has to
   *     be the same for a run to be gone on with
   * @param saveEvery how often at most what is done is made safe: a kill costs no more work
   */
  public record Target(
      ReportFormat format,
      ReportOptions options,
      @Nullable Path output,
      @Nullable Path failures,
      Map<String, String> identity,
      Duration saveEvery) {

    /** Copies the map. */
    public Target {
      identity = Map.copyOf(identity);
    }
  }

  private BatchOutput(OpenDestination<?> files) {
    this.files = files;
  }

  /**
   * The format that a file's name asks for by its ending, before that of {@code .gz} or {@code
   * .zst}.
   */
  public static Optional<ReportFormat> formatOf(String name) {
    String plain = Packing.unpacked(name).toLowerCase(Locale.ROOT);
    for (ReportFormat format : ReportFormat.values()) {
      if (plain.endsWith("." + format.id())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Writes to a stream, which is closed with this. */
  public static BatchOutput to(OutputStream out, Target target) throws IOException {
    return new BatchOutput(ReportFiles.ofStream(target, out));
  }

  /**
   * Writes a file from its start; what is no plain file, such as a pipe, is written as a stream.
   */
  public static BatchOutput create(Target target) throws IOException {
    Path output = Objects.requireNonNull(target.output());
    if (Files.exists(output) && !Files.isRegularFile(output)) {
      return to(Files.newOutputStream(output), target);
    }
    Journal journal = Journal.start(output, target.identity());
    return new BatchOutput(ReportFiles.open(target, output, journal, Journal.Entry.START));
  }

  /** Writes a Parquet file from its start; of the target's format nothing counts. */
  public static BatchOutput createParquet(Target target) throws IOException {
    return new BatchOutput(ParquetFile.create(target));
  }

  /**
   * Goes on where an interrupted run was killed; starts anew if it was killed before it had written
   * anything, or there was none.
   *
   * @throws ResumeException if the run cannot be gone on with
   */
  public static BatchOutput resume(Target target) throws IOException {
    Path output = Objects.requireNonNull(target.output());
    Optional<Journal.Left> left = Journal.read(output);
    if (left.isPresent()) {
      check(left.get().identity(), target.identity());
      Journal journal = Journal.goOn(output, left.get());
      return new BatchOutput(ReportFiles.open(target, output, journal, left.get().last()));
    }
    if (Files.exists(output) && Files.notExists(Journal.beside(output))) {
      throw new ResumeException(
          output + " is complete, or not of an interrupted run: it has no journal beside it");
    }
    return create(target);
  }

  private static void check(Map<String, String> before, Map<String, String> now) {
    List<String> changed = new ArrayList<>();
    for (String name : before.keySet()) {
      if (!before.get(name).equals(now.get(name))) {
        changed.add(name);
      }
    }
    now.keySet().stream().filter(name -> !before.containsKey(name)).forEach(changed::add);
    if (!changed.isEmpty()) {
      throw new ResumeException(
          "since the run was interrupted there was a change of " + String.join(", ", changed));
    }
  }

  /** How many rows an interrupted run has answered. */
  public long rows() {
    return files.start().rows();
  }

  Destination<?> destination() {
    return files;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
