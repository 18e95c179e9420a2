package dev.truerole.app.batch;

import dev.truerole.classifier.report.ReportWriter;
import java.io.IOException;

/** A report that is written by one thread, answer after answer, and completed by who opened it. */
record ReportDestination(ReportWriter report) implements Destination<AnsweredChunk> {

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
    report.flush();
  }

  @Override
  public void finish() {}
}
