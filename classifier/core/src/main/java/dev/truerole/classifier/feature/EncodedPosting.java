package dev.truerole.classifier.feature;

import java.util.List;

/** A posting as feature ids, one array a segment; a segment may hold none. Immutable. */
public final class EncodedPosting {

  private final List<int[]> segments;
  private final int ids;

  EncodedPosting(List<int[]> segments) {
    this.segments = List.copyOf(segments);
    this.ids = segments.stream().mapToInt(segment -> segment.length).sum();
  }

  /** How many segments it has. */
  public int segments() {
    return segments.size();
  }

  /** How many ids all its segments hold together. */
  public int ids() {
    return ids;
  }

  int[] segment(int index) {
    return segments.get(index);
  }
}
