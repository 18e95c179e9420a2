package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Opens one input with the source that fits its kind, and counts the bytes read of all. */
final class SourceOpener {

  private final ReadOptions options;
  private final @Nullable TableReader parquet;
  private final AtomicLong bytes = new AtomicLong();

  SourceOpener(ReadOptions options, @Nullable TableReader parquet) {
    this.options = options;
    this.parquet = parquet;
  }

  /** How many bytes of files have been read so far; on any thread. */
  long bytesRead() {
    return bytes.get();
  }

  /** Whether files of this name are read when they are found in a folder. */
  boolean reads(String name) {
    FileKind kind = FileKind.of(name);
    return kind.isKnown() && (kind != FileKind.PARQUET || parquet != null);
  }

  RowSource open(Path file) throws IOException {
    if (Files.isDirectory(file) && Files.isReadable(file)) {
      return new SingleSource(Failures.noPostings(file.toString()));
    }
    String name = file.toString();
    if (FileKind.of(name) == FileKind.PARQUET && parquet != null) {
      RowSource table = TableSource.open(parquet.open(file), name, options);
      bytes.addAndGet(Files.size(file));
      return table;
    }
    return open(new CountedStream(Files.newInputStream(file), bytes), name);
  }

  RowSource open(InputStream in, String name) throws IOException {
    return open(in, name, FileKind.of(name));
  }

  /** Closes the stream if it cannot even be started on. */
  RowSource open(InputStream in, String name, FileKind kind) throws IOException {
    try {
      return open(PeekedStream.of(in), name, kind);
    } catch (IOException unreadable) {
      in.close();
      throw unreadable;
    }
  }

  private RowSource open(PeekedStream in, String name, FileKind named) throws IOException {
    boolean sniffed = named == FileKind.UNKNOWN || named == FileKind.JSON;
    FileKind kind = sniffed ? KindSniffer.sniff(in.peek(), named) : named;
    return switch (kind) {
      case HTML, TEXT, MARKDOWN, UNKNOWN -> new WholeFileSource(in, name, kind, options);
      case JSON_LINES -> new JsonLinesSource(in, name, options);
      case JSON -> new JsonSource(in, name, options);
      case CSV, TSV -> CsvSource.open(in, name, kind, options);
      case PARQUET -> {
        in.close();
        yield new SingleSource(Failures.noParquet(name));
      }
    };
  }
}
