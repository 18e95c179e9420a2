package dev.truerole.scraper.file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source of one row that is known beforehand. */
final class SingleSource implements RowSource {

  private @Nullable PostingRow row;

  SingleSource(PostingRow row) {
    this.row = row;
  }

  @Override
  public Optional<UnreadRow> next() {
    Optional<UnreadRow> only = Optional.ofNullable(row).map(UnreadRow::known);
    row = null;
    return only;
  }

  @Override
  public void close() {}
}
