package dev.truerole.classifier.feature;

import java.util.Arrays;
import java.util.List;

/** A posting as numbers: the feature ids and the marks of each segment. Immutable. */
public final class EncodedPosting {

  /** Feature ids, possibly none; the marks that are set; the sequence, empty if there is none. */
  static final class Row {
    final int[] ids;
    final int section;
    final int kind;
    final int[] sequence;

    Row(int[] ids, int section, int kind, int[] sequence) {
      this.ids = ids;
      this.section = section;
      this.kind = kind;
      this.sequence = sequence;
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

  /** What of each segment is read in order, empty arrays if nothing is. */
  List<int[]> sequences() {
    return rows.stream().map(row -> row.sequence).toList();
  }

  List<Row> rows() {
    return rows;
  }
}
