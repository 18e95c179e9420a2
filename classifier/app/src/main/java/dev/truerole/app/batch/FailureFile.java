package dev.truerole.app.batch;

import dev.truerole.classifier.report.FailureReport;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of the rows that failed. */
final class FailureFile implements Closeable {

  private final OutputFile file;
  private final Packing packing;

  private FailureFile(OutputFile file, Packing packing) {
    this.file = file;
    this.packing = packing;
  }

  /** Opens it behind its first bytes; none if no file is named. */
  static @Nullable FailureFile open(@Nullable Path path, long bytes) throws IOException {
    return path == null
        ? null
        : new FailureFile(OutputFile.open(path, bytes), Packing.of(path.toString()));
  }

  /** What a chunk adds to it; on any thread. */
  byte[] prepare(AnsweredChunk chunk) {
    List<Answer> failed =
        chunk.answers().stream().filter(answer -> answer instanceof Answer.Failed).toList();
    StringWriter lines = new StringWriter();
    return packing.pack(Answer.write(failed, new FailureReport(lines), lines));
  }

  void write(byte[] piece) throws IOException {
    file.write(piece);
  }

  long size() throws IOException {
    return file.size();
  }

  void force() throws IOException {
    file.force();
  }

  void finish() throws IOException {
    file.write(packing.end("", file.size()));
    file.force();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
