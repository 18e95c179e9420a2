package dev.truerole.app.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a {@link BatchOutput}: each chunk becomes a piece of each, packed by itself. */
final class ReportFiles implements OpenDestination<ReportFiles.Pieces> {

  private final BatchOutput.Target target;
  private final Packing packing;
  private final Journal.Entry start;
  private final Output answers;
  private final @Nullable FailureFile failures;
  private final @Nullable Journal journal;
  private Checkpoint done;
  private long saved = System.nanoTime();

  /** What a chunk adds to the files. */
  static final class Pieces {
    private final byte[] answers;
    private final byte[] failures;

    private Pieces(byte[] answers, byte[] failures) {
      this.answers = answers;
      this.failures = failures;
    }
  }

  private ReportFiles(
      BatchOutput.Target target, Journal.Entry start, Output answers, @Nullable Journal journal)
      throws IOException {
    this.target = target;
    this.packing = target.output() == null ? Packing.NONE : Packing.of(target.output().toString());
    this.start = start;
    this.answers = answers;
    this.failures = FailureFile.open(target.failures(), start.failures());
    this.journal = journal;
    this.done = start.done();
  }

  static ReportFiles ofStream(BatchOutput.Target target, OutputStream out) throws IOException {
    return new ReportFiles(target, Journal.Entry.START, new OutputPipe(out), null);
  }

  static ReportFiles open(
      BatchOutput.Target target, Path output, Journal journal, Journal.Entry start)
      throws IOException {
    return new ReportFiles(target, start, OutputFile.open(output, start.output()), journal);
  }

  @Override
  public Checkpoint start() {
    return start.done();
  }

  @Override
  public Pieces prepare(AnsweredChunk chunk) {
    boolean first = chunk.chunk().first() == 0;
    String text = text(chunk.answers(), first);
    return new Pieces(packing.pack(text), failures == null ? new byte[0] : failures.prepare(chunk));
  }

  private String text(List<Answer> some, boolean first) {
    StringWriter text = new StringWriter();
    return Answer.write(some, target.format().part(text, target.options(), first), text);
  }

  @Override
  public void write(Pieces pieces, Checkpoint now) throws IOException {
    answers.write(pieces.answers);
    if (failures != null) {
      failures.write(pieces.failures);
    }
    done = now;
    if (journal != null && System.nanoTime() - saved >= target.saveEvery().toNanos()) {
      save(journal);
    }
  }

  /** The journal may only speak of what is on the disk. */
  private void save(Journal to) throws IOException {
    answers.force();
    if (failures != null) {
      failures.force();
    }
    to.add(new Journal.Entry(done, answers.size(), failures == null ? 0 : failures.size()));
    saved = System.nanoTime();
  }

  @Override
  public void finish() throws IOException {
    boolean empty = done.rows() == 0;
    String end = (empty ? text(List.of(), true) : "") + target.format().end(empty);
    answers.write(packing.end(end, answers.size()));
    answers.force();
    if (failures != null) {
      failures.finish();
    }
    if (journal != null) {
      journal.remove();
    }
  }

  @Override
  public void close() throws IOException {
    answers.close();
    if (failures != null) {
      failures.close();
    }
    if (journal != null) {
      journal.close();
    }
  }
}
