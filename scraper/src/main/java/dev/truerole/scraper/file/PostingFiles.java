package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens files, folders and streams of postings.
 *
 * <p>Kinds by name, each also with {@code .gz} or {@code .zst}: text ({@code .txt .text .md
 * .markdown}), HTML ({@code .html .htm .xhtml}), JSON Lines ({@code .jsonl .ndjson}), JSON ({@code
 * .json}: an object or an array of objects) and tables ({@code .csv .tsv}, and {@code .parquet}
 * where a reader of it is given). Anything else is known by its start. A folder stands for all
 * files of these kinds below it, sorted by path, without hidden ones; a name with wild cards
 * ({@code *}, {@code ?}, brackets) for all files it matches.
 *
 * <p>JSON fields: {@code id}, {@code title}, {@code company}, {@code location}, {@code date}, and
 * {@code description} or {@code text} (used as it is) or {@code html} or {@code description_html}
 * (rendered). Tables have a header with the same or similar names.
 *
 * <p>A row without an id is called by where it stands: {@code path:line}, in JSON files {@code
 * path:number} of the object in the file, both from 1; a text or page by its path.
 *
 * @see ReadOptions
 */
public final class PostingFiles {

  private final ReadOptions options;
  private final @Nullable TableReader parquet;

  /** Reads by the given options, all but Parquet. */
  public PostingFiles(ReadOptions options) {
    this.options = options;
    this.parquet = null;
  }

  /** Reads by the given options, and Parquet by the given reader. */
  public PostingFiles(ReadOptions options, TableReader parquet) {
    this.options = options;
    this.parquet = parquet;
  }

  /**
   * The rows of all inputs, in their order. No file is opened before it is needed, and no input
   * makes this or the iteration throw: what cannot be read is a {@link PostingRow.Failed}.
   *
   * @param inputs files and folders
   */
  public PostingRows open(List<Path> inputs) {
    return PostingRows.ofPaths(opener(), inputs);
  }

  /**
   * The rows of files, folders, patterns and anything else that has a name, in their order.
   *
   * @param other answers for a name that is no path, when its turn comes; empty for paths
   */
  public PostingRows open(
      List<String> inputs, Function<String, Optional<Supplier<PostingRow>>> other) {
    return PostingRows.ofNames(opener(), inputs, other);
  }

  /**
   * The rows of a stream. It is JSON or JSON Lines if it starts with a JSON object, HTML if it
   * starts with a tag, else one posting of plain text; unless {@code name} ends as a file of a
   * known kind does, as {@code stdin.csv} does.
   *
   * @param in read as needed, closed with the rows
   * @param name what ids and messages call the stream, such as {@code -}
   */
  public PostingRows openStream(InputStream in, String name) {
    return openStream(in, name, name);
  }

  /**
   * The same for a stream whose kind is told by the ending of another name.
   *
   * @param kind such as {@code x.csv}
   */
  public PostingRows openStream(InputStream in, String name, String kind) {
    return PostingRows.ofStream(opener(), in, name, FileKind.of(kind));
  }

  /** Whether a file is, or would be, among those that a name stands for. */
  public static boolean isAmong(Path file, String name) throws IOException {
    if (InputFiles.isPattern(name)) {
      return InputFiles.matches(name, file);
    }
    Path source = Path.of(name);
    return Files.exists(source) && file.startsWith(source.toRealPath());
  }

  private SourceOpener opener() {
    return new SourceOpener(options, parquet);
  }
}
