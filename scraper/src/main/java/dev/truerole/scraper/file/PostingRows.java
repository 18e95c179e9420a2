package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all inputs, cut out of their files as they are asked for: one for each row or file,
 * in order. Not thread-safe, but for {@link #bytesRead}; the rows handed out may be read on any
 * thread. Bad rows and unreadable files are {@linkplain PostingRow.Failed rows} themselves.
 */
public final class PostingRows implements Iterator<PostingRow>, AutoCloseable {

  /**
   * An input and how to open it.
   *
   * @param file where it lies, if it is a file
   * @param table whether it names its columns
   */
  private record Input(String name, @Nullable Path file, boolean table, Opening opening) {}

  private interface Opening {
    RowSource open() throws IOException;
  }

  private final SourceOpener opener;
  private final List<Input> inputs;
  private final Deque<Input> left;
  private @Nullable RowSource source;
  private String name = "";
  private @Nullable UnreadRow next;

  private PostingRows(SourceOpener opener, Stream<Input> inputs) {
    this.opener = opener;
    this.inputs = inputs.toList();
    this.left = new ArrayDeque<>(this.inputs);
  }

  static PostingRows ofPaths(SourceOpener opener, List<Path> paths) {
    return new PostingRows(opener, paths.stream().flatMap(path -> files(opener, path)));
  }

  static PostingRows ofNames(
      SourceOpener opener,
      List<String> names,
      Function<String, Optional<Supplier<PostingRow>>> other) {
    return new PostingRows(
        opener, names.stream().flatMap(name -> inputs(opener, name, other.apply(name))));
  }

  static PostingRows ofStream(SourceOpener opener, InputStream in, String name, FileKind kind) {
    Input input = new Input(name, null, kind.isTable(), () -> opener.open(in, name, kind));
    return new PostingRows(opener, Stream.of(input));
  }

  private static Stream<Input> inputs(
      SourceOpener opener, String name, Optional<Supplier<PostingRow>> other) {
    if (other.isPresent()) {
      return Stream.of(single(name, other.get()));
    }
    if (!InputFiles.isPattern(name)) {
      return files(opener, Path.of(name));
    }
    List<Path> matching = InputFiles.matching(name);
    return matching.isEmpty()
        ? Stream.of(single(name, () -> Failures.noMatch(name)))
        : matching.stream().map(file -> input(opener, file));
  }

  private static Input single(String name, Supplier<PostingRow> row) {
    return new Input(name, null, false, () -> new SingleSource(row.get()));
  }

  private static Stream<Input> files(SourceOpener opener, Path path) {
    return InputFiles.below(path, opener::reads).stream().map(file -> input(opener, file));
  }

  private static Input input(SourceOpener opener, Path file) {
    String name = file.toString();
    return new Input(name, file, FileKind.of(name).isTable(), () -> opener.open(file));
  }

  @Override
  public boolean hasNext() {
    while (next == null && (source != null || !left.isEmpty())) {
      next = source == null ? openNext() : readNext(source);
    }
    return next != null;
  }

  @Override
  public PostingRow next() {
    return nextUnread().read();
  }

  /**
   * The next row, cut out of its file but not looked into.
   *
   * @throws NoSuchElementException if there is none
   */
  public UnreadRow nextUnread() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more rows");
    }
    UnreadRow row = next;
    next = null;
    return row;
  }

  /** The files among the inputs, in order. */
  public List<Path> files() {
    return inputs.stream().flatMap(input -> Stream.ofNullable(input.file())).toList();
  }

  /**
   * The columns of all tables among the inputs, each name once, those of the first table first.
   * Headers are read for this; to be asked for before the first row.
   */
  public List<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Input input : inputs) {
      if (input.table()) {
        columns.addAll(columns(input));
      }
    }
    return List.copyOf(columns);
  }

  /** A stream can be opened only once: it is the next to be read. */
  private List<String> columns(Input input) {
    if (input.file() == null) {
      if (source == null && next == null && !left.isEmpty()) {
        next = openNext();
      }
      return source == null ? List.of() : source.columns();
    }
    try (RowSource table = input.opening().open()) {
      return table.columns();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** How many bytes of the files have been read so far, packed as they are; on any thread. */
  public long bytesRead() {
    return opener.bytesRead();
  }

  /** The bytes of all files together; empty if an input is no file or not there. */
  public OptionalLong bytes() {
    long bytes = 0;
    for (Input input : inputs) {
      try {
        if (input.file() == null) {
          return OptionalLong.empty();
        }
        bytes += Files.size(input.file());
      } catch (IOException unreadable) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(bytes);
  }

  /** Opens the next input; gives a row only if that fails. */
  private @Nullable UnreadRow openNext() {
    Input input = left.remove();
    name = input.name();
    try {
      source = input.opening().open();
      return null;
    } catch (IOException unreadable) {
      return UnreadRow.known(Failures.unreadableFile(name, unreadable));
    }
  }

  private @Nullable UnreadRow readNext(RowSource open) {
    try {
      Optional<UnreadRow> row = open.next();
      if (row.isEmpty()) {
        close();
      }
      return row.orElse(null);
    } catch (IOException unreadable) {
      close();
      return UnreadRow.known(Failures.unreadableInput(name, unreadable));
    }
  }

  /** Closes the file being read; the rows not read yet stay unread. */
  @Override
  public void close() {
    RowSource open = source;
    source = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException ignored) {
      // All that was asked for has been read: a failure to let go changes no row.
    }
  }
}
