package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens one input with the source that fits its kind. */
final class SourceOpener {

  private final ReadOptions options;

  SourceOpener(ReadOptions options) {
    this.options = options;
  }

  RowSource open(Path file) throws IOException {
    if (Files.isDirectory(file) && Files.isReadable(file)) {
      return new SingleSource(Failures.noPostings(file.toString()));
    }
    return open(Files.newInputStream(file), file.toString());
  }

  /** Closes the stream if it cannot even be started on. */
  RowSource open(InputStream in, String name) throws IOException {
    try {
      return open(PeekedStream.of(in), name);
    } catch (IOException unreadable) {
      in.close();
      throw unreadable;
    }
  }

  private RowSource open(PeekedStream in, String name) throws IOException {
    FileKind named = FileKind.of(name);
    boolean sniffed = named == FileKind.UNKNOWN || named == FileKind.JSON;
    FileKind kind = sniffed ? KindSniffer.sniff(in.peek(), named) : named;
    return switch (kind) {
      case HTML, TEXT, MARKDOWN, UNKNOWN -> new WholeFileSource(in, name, kind, options);
      case JSON_LINES -> new JsonLinesSource(in, name, options);
      case JSON -> new JsonSource(in, name, options);
      case CSV, TSV -> CsvSource.open(in, name, kind, options);
    };
  }
}
