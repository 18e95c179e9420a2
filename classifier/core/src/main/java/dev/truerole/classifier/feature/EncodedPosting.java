package dev.truerole.classifier.feature;

import java.util.Arrays;
import java.util.List;

/** A posting as numbers: the feature ids and the marks of each segment. Immutable. */
public final class EncodedPosting {

  /** Feature ids, possibly none, and the marks that are set. */
  static final class Row {
    final int[] ids;
    final int section;
    final int kind;

    Row(int[] ids, int section, int kind) {
      this.ids = ids;
      this.section = section;
      this.kind = kind;
    }
  }

  private final List<Row> rows;
  private final int ids;

  EncodedPosting(List<Row> rows) {
    this.rows = List.copyOf(rows);
    this.ids = rows.stream().mapToInt(row -> row.ids.length).sum();
  }

  /** How many segments it has. */
  public int segments() {
    return rows.size();
  }

  /** How many ids all its segments hold together. */
  public int ids() {
    return ids;
  }

  /** The ids in a segment, each once, ascending. */
  public int[] distinctIds(int segment) {
    return Arrays.stream(rows.get(segment).ids).sorted().distinct().toArray();
  }

  List<Row> rows() {
    return rows;
  }
}
