package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all inputs, read as they are asked for: one for each row or file, in order. Not
 * thread-safe. Bad rows and unreadable files are {@linkplain PostingRow.Failed rows} themselves.
 */
public final class PostingRows implements Iterator<PostingRow>, AutoCloseable {

  /** An input and how to open it. */
  private record Input(String name, Opening opening) {}

  private interface Opening {
    RowSource open() throws IOException;
  }

  private final Iterator<Input> inputs;
  private @Nullable RowSource source;
  private String name = "";
  private @Nullable PostingRow next;

  private PostingRows(Iterator<Input> inputs) {
    this.inputs = inputs;
  }

  static PostingRows ofPaths(SourceOpener opener, List<Path> paths) {
    return new PostingRows(paths.stream().flatMap(path -> files(opener, path)).iterator());
  }

  static PostingRows ofNames(
      SourceOpener opener,
      List<String> names,
      Function<String, Optional<Supplier<PostingRow>>> other) {
    return new PostingRows(
        names.stream().flatMap(name -> inputs(opener, name, other.apply(name))).iterator());
  }

  private static Stream<Input> inputs(
      SourceOpener opener, String name, Optional<Supplier<PostingRow>> other) {
    return other
        .map(row -> Stream.of(new Input(name, () -> new SingleSource(row.get()))))
        .orElseGet(() -> files(opener, Path.of(name)));
  }

  private static Stream<Input> files(SourceOpener opener, Path path) {
    return InputFiles.below(path).stream()
        .map(file -> new Input(file.toString(), () -> opener.open(file)));
  }

  static PostingRows ofStream(SourceOpener opener, InputStream in, String name) {
    return new PostingRows(List.of(new Input(name, () -> opener.open(in, name))).iterator());
  }

  @Override
  public boolean hasNext() {
    while (next == null && (source != null || inputs.hasNext())) {
      next = source == null ? openNext() : readNext(source);
    }
    return next != null;
  }

  @Override
  public PostingRow next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more rows");
    }
    PostingRow row = next;
    next = null;
    return row;
  }

  /** Opens the next input; gives a row only if that fails. */
  private @Nullable PostingRow openNext() {
    Input input = inputs.next();
    name = input.name();
    try {
      source = input.opening().open();
      return null;
    } catch (IOException unreadable) {
      return Failures.unreadableFile(name, unreadable);
    }
  }

  private @Nullable PostingRow readNext(RowSource open) {
    try {
      Optional<PostingRow> row = open.next();
      if (row.isEmpty()) {
        close();
      }
      return row.orElse(null);
    } catch (IOException unreadable) {
      close();
      return Failures.unreadableInput(name, unreadable);
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
