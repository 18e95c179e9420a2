package dev.truerole.app.batch;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Parquet file of answers, and the file of the rows that failed. It cannot be gone on with. */
final class ParquetFile implements OpenDestination<AnsweredChunk> {

  private final ParquetReport report;
  private final @Nullable FailureFile failures;

  private ParquetFile(ParquetReport report, @Nullable FailureFile failures) {
    this.report = report;
    this.failures = failures;
  }

  static ParquetFile create(BatchOutput.Target target) throws IOException {
    List<String> own = target.options().columns();
    return new ParquetFile(
        ParquetReport.create(Objects.requireNonNull(target.output()), own),
        FailureFile.open(target.failures(), 0));
  }

  @Override
  public Checkpoint start() {
    return Checkpoint.START;
  }

  @Override
  public AnsweredChunk prepare(AnsweredChunk chunk) {
    return chunk;
  }

  @Override
  public void write(AnsweredChunk chunk, Checkpoint done) throws IOException {
    for (Answer answer : chunk.answers()) {
      answer.write(report);
    }
    if (failures != null) {
      failures.write(failures.prepare(chunk));
    }
  }

  /** Only now the file gets the foot that makes it one. */
  @Override
  public void finish() throws IOException {
    report.close();
    if (failures != null) {
      failures.finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (failures != null) {
      failures.close();
    }
  }
}
