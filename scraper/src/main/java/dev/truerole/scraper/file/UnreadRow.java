package dev.truerole.scraper.file;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Checksum;

/**
 * A row cut out of its file but not looked into: cutting is the work of one thread, looking into it
 * that of any. Whatever is wrong with it is found by {@link #read}, which never throws.
 */
public interface UnreadRow {

  /** The posting, or the reason for none; on any thread. */
  PostingRow read();

  /** About how many bytes of memory it holds. */
  long size();

  /** Adds its content to a sum that tells whether the same rows are read again. */
  void addTo(Checksum sum);

  /** The line as it stood in its file; empty for anything but JSON Lines. */
  default String line() {
    return "";
  }

  /** The columns of the table it stands in, the same list for each of its rows; else empty. */
  default List<String> columns() {
    return List.of();
  }

  /** Its cells as they stood in its table, more or fewer than columns if it is broken. */
  default List<String> cells() {
    return List.of();
  }

  /** A row that is known already. */
  static UnreadRow known(PostingRow row) {
    return of(List.of(row.id().text()), () -> row);
  }

  /**
   * A row that is read by a function.
   *
   * @param content what it holds
   */
  static UnreadRow of(Collection<String> content, Supplier<PostingRow> reading) {
    return new UnreadRow() {
      @Override
      public PostingRow read() {
        return reading.get();
      }

      @Override
      public long size() {
        return content.stream().mapToLong(String::length).sum();
      }

      @Override
      public void addTo(Checksum sum) {
        for (String part : content) {
          sum.update(part.getBytes(StandardCharsets.UTF_8));
          sum.update(0);
        }
      }
    };
  }
}
