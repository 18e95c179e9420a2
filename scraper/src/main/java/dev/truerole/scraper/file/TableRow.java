package dev.truerole.scraper.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Checksum;

/** A row of a table nobody has looked into. */
record TableRow(CsvRows rows, List<String> cells, String place) implements UnreadRow {

  @Override
  public PostingRow read() {
    return rows.row(cells, place);
  }

  @Override
  public long size() {
    long chars = 0;
    for (String cell : cells) {
      chars += cell.length();
    }
    return chars;
  }

  @Override
  public void addTo(Checksum sum) {
    for (String cell : cells) {
      sum.update(cell.getBytes(StandardCharsets.UTF_8));
      sum.update(0);
    }
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }
}
