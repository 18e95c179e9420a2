package dev.truerole.app.batch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far a run has got, in a file beside its output that is there until the run is complete. A
 * line for each thing that makes the run what it is, an empty line, a line for each checkpoint: the
 * last whole one counts.
 */
final class Journal implements Closeable {

  private static final String ENDING = ".journal";
  private static final String TITLE = "truerole classify 1";
  private static final Pattern ENTRY =
      Pattern.compile("-?\\d+(?: -?\\d+){" + (3 + Tally.NONE.numbers().size()) + "}");

  private final Path path;
  private final OutputFile file;

  /**
   * A line of the journal.
   *
   * @param output how many bytes of the output belong to it
   * @param failures the same for the file of failures
   */
  record Entry(Checkpoint done, long output, long failures) {

    static final Entry START = new Entry(Checkpoint.START, 0, 0);

    private String line() {
      List<Long> numbers = new ArrayList<>(List.of(output, failures, done.rows(), done.sum()));
      numbers.addAll(done.tally().numbers());
      return String.join(" ", numbers.stream().map(String::valueOf).toList()) + "\n";
    }

    private static Entry of(String line) {
      List<Long> numbers = Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
      Tally tally = Tally.ofNumbers(numbers.subList(4, numbers.size()));
      return new Entry(
          new Checkpoint(numbers.get(2), numbers.get(3), tally), numbers.get(0), numbers.get(1));
    }
  }

  /**
   * What an interrupted run has left.
   *
   * @param bytes how many bytes of the journal are whole lines
   */
  record Left(Map<String, String> identity, Entry last, long bytes) {}

  private Journal(Path path, OutputFile file) {
    this.path = path;
    this.file = file;
  }

  /** Where the journal of an output lies. */
  static Path beside(Path output) {
    return output.resolveSibling(output.getFileName() + ENDING);
  }

  /** Starts a journal, in the place of any that is there. */
  static Journal start(Path output, Map<String, String> identity) throws IOException {
    Path path = beside(output);
    StringBuilder head = new StringBuilder(TITLE + "\n");
    new TreeMap<>(identity)
        .forEach((name, value) -> head.append(name + "=" + encoded(value) + "\n"));
    Journal journal = new Journal(path, OutputFile.open(path, 0));
    journal.append(head + "\n");
    return journal;
  }

  /** Goes on with a journal that was {@linkplain #read read}. */
  static Journal goOn(Path output, Left left) throws IOException {
    Path path = beside(output);
    return new Journal(path, OutputFile.open(path, left.bytes()));
  }

  /**
   * What an interrupted run has left; empty if there is no journal, or the run was interrupted
   * before it had written anything.
   */
  static Optional<Left> read(Path output) throws IOException {
    Path path = beside(output);
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
    int head = text.indexOf("\n\n");
    if (head < 0) {
      return Optional.empty();
    }
    List<String> names = text.substring(0, head).lines().toList();
    if (!names.get(0).equals(TITLE)) {
      throw new ResumeException(path + " is not a journal of this version of truerole");
    }
    Map<String, String> identity = new TreeMap<>();
    for (String line : names.subList(1, names.size())) {
      int equals = line.indexOf('=');
      identity.put(line.substring(0, equals), decoded(line.substring(equals + 1)));
    }
    int end = text.lastIndexOf('\n') + 1;
    Entry last = last(text.substring(head + 2, Math.max(head + 2, end)));
    return Optional.of(new Left(identity, last, end));
  }

  /** Lines that were not written to their end, or were lost in a power cut, count for nothing. */
  private static Entry last(String lines) {
    Entry last = Entry.START;
    for (String line : lines.split("\n", -1)) {
      last = ENTRY.matcher(line).matches() ? Entry.of(line) : last;
    }
    return last;
  }

  /** Adds an entry, whose bytes the outputs must have been {@linkplain OutputFile#force forced}. */
  void add(Entry entry) throws IOException {
    append(entry.line());
  }

  private void append(String text) throws IOException {
    file.write(text.getBytes(StandardCharsets.UTF_8));
    file.force();
  }

  /** Removes the journal: the run is complete. */
  void remove() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
