package dev.truerole.app.batch;

import dev.truerole.classifier.report.FailureReport;
import dev.truerole.classifier.report.ReportWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a {@link BatchOutput}: each chunk becomes a piece of each, packed by itself. */
final class ReportFiles implements Destination<ReportFiles.Pieces>, Closeable {

  /** So often at most is what is done made safe: a kill costs no more work than this. */
  private static final long SAVE_NANOS = 1_000_000_000L;

  private final BatchOutput.Target target;
  private final Packing packing;
  private final Packing failurePacking;
  private final Journal.Entry start;
  private final Output answers;
  private final @Nullable Output failures;
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
      BatchOutput.Target target,
      Journal.Entry start,
      Output answers,
      @Nullable Output failures,
      @Nullable Journal journal) {
    this.target = target;
    this.packing = target.output() == null ? Packing.NONE : Packing.of(target.output().toString());
    this.failurePacking =
        target.failures() == null ? Packing.NONE : Packing.of(target.failures().toString());
    this.start = start;
    this.answers = answers;
    this.failures = failures;
    this.journal = journal;
    this.done = start.done();
  }

  static ReportFiles ofStream(BatchOutput.Target target, OutputStream out) throws IOException {
    Journal.Entry start = Journal.Entry.START;
    return new ReportFiles(target, start, new OutputPipe(out), failures(target, start), null);
  }

  static ReportFiles open(
      BatchOutput.Target target, Path output, Journal journal, Journal.Entry start)
      throws IOException {
    Output answers = OutputFile.open(output, start.output());
    return new ReportFiles(target, start, answers, failures(target, start), journal);
  }

  private static @Nullable Output failures(BatchOutput.Target target, Journal.Entry start)
      throws IOException {
    return target.failures() == null ? null : OutputFile.open(target.failures(), start.failures());
  }

  @Override
  public Checkpoint start() {
    return start.done();
  }

  @Override
  public Pieces prepare(AnsweredChunk chunk) {
    StringWriter text = new StringWriter();
    boolean first = chunk.chunk().first() == 0;
    byte[] piece =
        piece(target.format().part(text, target.options(), first), text, chunk.answers(), packing);
    if (failures == null) {
      return new Pieces(piece, new byte[0]);
    }
    StringWriter lines = new StringWriter();
    List<Answer> failed =
        chunk.answers().stream().filter(answer -> answer instanceof Answer.Failed).toList();
    return new Pieces(piece, piece(new FailureReport(lines), lines, failed, failurePacking));
  }

  private static byte[] piece(
      ReportWriter report, StringWriter text, List<Answer> answers, Packing packing) {
    try (report) {
      for (Answer answer : answers) {
        answer.write(report);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    String written = text.toString();
    return written.isEmpty() ? new byte[0] : packing.pack(written.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(Pieces pieces, Checkpoint now) throws IOException {
    answers.write(pieces.answers);
    if (failures != null) {
      failures.write(pieces.failures);
    }
    done = now;
    if (journal != null && System.nanoTime() - saved >= SAVE_NANOS) {
      save(journal);
    }
  }

  private void save(Journal to) throws IOException {
    force();
    to.add(new Journal.Entry(done, answers.size(), failures == null ? 0 : failures.size()));
    saved = System.nanoTime();
  }

  private void force() throws IOException {
    answers.force();
    if (failures != null) {
      failures.force();
    }
  }

  @Override
  public void finish() throws IOException {
    StringWriter end = new StringWriter();
    boolean empty = done.rows() == 0;
    if (empty) {
      piece(target.format().part(end, target.options(), true), end, List.of(), Packing.NONE);
    }
    end.write(target.format().end(empty));
    finish(answers, packing, end.toString());
    if (failures != null) {
      finish(failures, failurePacking, "");
    }
    force();
    if (journal != null) {
      journal.remove();
    }
  }

  /** A packed file of nothing is not empty: nothing could be unpacked of it. */
  private static void finish(Output output, Packing packing, String end) throws IOException {
    if (!end.isEmpty() || output.size() == 0) {
      output.write(packing.pack(end.getBytes(StandardCharsets.UTF_8)));
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
