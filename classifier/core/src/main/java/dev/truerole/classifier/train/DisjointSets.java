package dev.truerole.classifier.train;

import java.util.stream.IntStream;

/** Disjoint sets of the numbers 0 to size - 1, with path halving. */
final class DisjointSets {

  private final int[] parent;

  DisjointSets(int size) {
    parent = IntStream.range(0, size).toArray();
  }

  void join(int first, int second) {
    parent[root(first)] = root(second);
  }

  int root(int member) {
    int i = member;
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  int[] roots() {
    return IntStream.range(0, parent.length).map(this::root).toArray();
  }
}
