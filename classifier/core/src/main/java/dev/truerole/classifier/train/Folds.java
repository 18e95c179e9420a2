package dev.truerole.classifier.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Splits a corpus so that near-copies and postings of one company stay on one side, with about the
 * same roles in each part.
 */
public final class Folds {

  private final List<CorpusPosting> postings;
  private final int[] foldOf;

  private Folds(List<CorpusPosting> postings, int[] foldOf) {
    this.postings = postings;
    this.foldOf = foldOf;
  }

  /**
   * Splits into {@code count} folds; the same seed gives the same folds.
   *
   * @throws IllegalArgumentException if there are fewer than two folds or fewer labelled groups
   *     than folds
   */
  public static Folds of(List<CorpusPosting> postings, int count, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("a split needs at least 2 folds, not " + count);
    }
    Map<Integer, List<Integer>> groups = groups(postings);
    List<List<Integer>> order = new ArrayList<>(groups.values());
    long labelledGroups =
        order.stream().filter(group -> labels(postings, group).length > 0).count();
    if (labelledGroups < count) {
      throw new IllegalArgumentException(
          count + " folds need as many independent labelled postings; there are " + labelledGroups);
    }
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingInt(group -> -labels(postings, group).length));
    return new Folds(postings, assign(postings, order, count));
  }

  /** Which fold each posting is in, in the order of the corpus; 0 to count - 1. */
  public List<Integer> foldOf() {
    return java.util.Arrays.stream(foldOf).boxed().toList();
  }

  /** The labelled postings of a fold. */
  public List<CorpusPosting> held(int fold) {
    List<CorpusPosting> held = new ArrayList<>();
    for (int i = 0; i < foldOf.length; i++) {
      if (foldOf[i] == fold && postings.get(i).label() != null) {
        held.add(postings.get(i));
      }
    }
    return held;
  }

  /** Everything outside a fold, labelled or not. */
  public List<CorpusPosting> rest(int fold) {
    List<CorpusPosting> rest = new ArrayList<>();
    for (int i = 0; i < foldOf.length; i++) {
      if (foldOf[i] != fold) {
        rest.add(postings.get(i));
      }
    }
    return rest;
  }

  /**
   * Parts a corpus for a test under other conditions than those of training: nothing that is tested
   * has a near-copy or a posting of its company on the other side.
   *
   * @param tested which postings stand for the other conditions
   * @return what is tested (labelled, {@code tested}) and what may be learned from
   */
  public static Parted apart(List<CorpusPosting> postings, Predicate<CorpusPosting> tested) {
    List<CorpusPosting> held =
        postings.stream().filter(p -> p.label() != null && tested.test(p)).toList();
    List<CorpusPosting> rest = new ArrayList<>();
    for (List<Integer> group : groups(postings).values()) {
      if (group.stream().noneMatch(i -> tested.test(postings.get(i)))) {
        group.forEach(i -> rest.add(postings.get(i)));
      }
    }
    return new Parted(held, rest);
  }

  /** Postings to test on, all labelled, and postings to learn from. */
  public record Parted(List<CorpusPosting> tested, List<CorpusPosting> learned) {

    /** Copies the lists. */
    public Parted {
      tested = List.copyOf(tested);
      learned = List.copyOf(learned);
    }
  }

  private static int[] assign(List<CorpusPosting> postings, List<List<Integer>> groups, int count) {
    int[] totals =
        labels(postings, java.util.stream.IntStream.range(0, postings.size()).boxed().toList());
    double[][] filled = new double[count][4];
    int[] sizes = new int[count];
    int[] foldOf = new int[postings.size()];
    int[] total = tally(postings, totals);
    for (List<Integer> group : groups) {
      int[] roles = tally(postings, labels(postings, group));
      int best = 0;
      double least = Double.MAX_VALUE;
      for (int fold = 0; fold < count; fold++) {
        double cost = cost(filled[fold], roles, total, count) + 1e-9 * sizes[fold];
        if (cost < least) {
          least = cost;
          best = fold;
        }
      }
      for (int role = 0; role < roles.length; role++) {
        filled[best][role] += roles[role];
      }
      sizes[best] += group.size();
      for (int member : group) {
        foldOf[member] = best;
      }
    }
    return foldOf;
  }

  /** How much a fold's distance from an even share of each role grows by taking a group. */
  private static double cost(double[] filled, int[] roles, int[] total, int count) {
    double cost = 0;
    for (int role = 0; role < roles.length; role++) {
      double share = count / Math.max(1.0, total[role]);
      double before = filled[role] * share;
      double after = (filled[role] + roles[role]) * share;
      cost += after * after - before * before;
    }
    return cost;
  }

  private static int[] labels(List<CorpusPosting> postings, List<Integer> group) {
    return group.stream().mapToInt(i -> i).filter(i -> postings.get(i).label() != null).toArray();
  }

  private static int[] tally(List<CorpusPosting> postings, int[] labelled) {
    int[] roles = new int[4];
    for (int i : labelled) {
      roles[postings.get(i).labelled().role().column()]++;
    }
    return roles;
  }

  private static Map<Integer, List<Integer>> groups(List<CorpusPosting> postings) {
    int[] copies = new NearCopies().groups(postings.stream().map(CorpusPosting::segments).toList());
    DisjointSets sets = new DisjointSets(postings.size());
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < postings.size(); i++) {
      sets.join(i, copies[i]);
      for (String key : keys(postings.get(i))) {
        Integer other = first.putIfAbsent(key, i);
        if (other != null) {
          sets.join(i, other);
        }
      }
    }
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < postings.size(); i++) {
      groups.computeIfAbsent(sets.root(i), root -> new ArrayList<>()).add(i);
    }
    return groups;
  }

  private static List<String> keys(CorpusPosting posting) {
    List<String> keys = new ArrayList<>();
    String company = posting.posting().company();
    if (company != null) {
      String folded = company.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
      if (!folded.isEmpty()) {
        keys.add("company " + folded);
      }
    }
    if (posting.nearCopyGroup() != null) {
      keys.add("group " + posting.nearCopyGroup());
    }
    return keys;
  }
}
