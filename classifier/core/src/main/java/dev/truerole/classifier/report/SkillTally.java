package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.classifier.skill.SkillLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the skills of many postings: in how many each stands, by level and role, which stand
 * together, and which set the roles apart. Postings without a role count in no role.
 */
public final class SkillTally {

  /** Mentions that the prior is worth: enough to hold back what is rare. */
  static final double PRIOR = 500;

  /** Of a normal distribution, 95 % lies within so many standard deviations. */
  private static final double WITHIN_95 = 1.96;

  /** Pairs seen less often are chance. */
  private static final int LEAST_TOGETHER = 5;

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Counts> counts = new ArrayList<>();
  private final Map<Long, Integer> pairs = new HashMap<>();
  private final Map<Role, Long> postings = new EnumMap<>(Role.class);
  private long all;

  /**
   * In how many postings a skill stands.
   *
   * @param skill its name
   * @param listed whether the taxonomy holds it
   * @param byLevel at each level
   * @param byRole in postings of each role
   */
  public record Row(
      String skill, boolean listed, Map<SkillLevel, Integer> byLevel, Map<Role, Integer> byRole) {

    /** In how many postings it stands at all. */
    public int postings() {
      return byLevel.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Two skills that stand together.
   *
   * @param postings in how many postings both stand
   * @param lift how many times more than if one knew nothing of the other
   */
  public record Pair(String skill, String other, int postings, double lift) {}

  /**
   * How much a skill speaks for a role against all others: the difference of its log-odds with an
   * informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words").
   *
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Odds(Role role, String skill, double logOdds, double low, double high) {}

  private static final class Counts {
    private final String skill;
    private final boolean listed;
    private final Map<SkillLevel, Integer> byLevel = new EnumMap<>(SkillLevel.class);
    private final Map<Role, Integer> byRole = new EnumMap<>(Role.class);

    private Counts(String skill, boolean listed) {
      this.skill = skill;
      this.listed = listed;
      List.of(SkillLevel.values()).forEach(level -> byLevel.put(level, 0));
      List.of(Role.values()).forEach(role -> byRole.put(role, 0));
    }

    private int all() {
      return byLevel.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int of(Role role) {
      return byRole.getOrDefault(role, 0);
    }

    private int judged() {
      return byRole.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Row row() {
      return new Row(skill, listed, new EnumMap<>(byLevel), new EnumMap<>(byRole));
    }
  }

  /** Counts the skills of a posting. */
  public void add(PostingAnalysis analysis) {
    all++;
    analysis.role().ifPresent(role -> postings.merge(role, 1L, Long::sum));
    int[] ids = new int[analysis.skills().size()];
    for (int i = 0; i < ids.length; i++) {
      RequiredSkill found = analysis.skills().get(i);
      ids[i] = place(found);
      Counts here = counts.get(ids[i]);
      here.byLevel.merge(found.level(), 1, Integer::sum);
      analysis.role().ifPresent(role -> here.byRole.merge(role, 1, Integer::sum));
    }
    Arrays.sort(ids);
    for (int i = 0; i < ids.length; i++) {
      for (int j = i + 1; j < ids.length; j++) {
        pairs.merge(((long) ids[i] << Integer.SIZE) | ids[j], 1, Integer::sum);
      }
    }
  }

  private int place(RequiredSkill found) {
    String name = found.skill().name();
    return places.computeIfAbsent(
        name,
        key -> {
          counts.add(new Counts(key, found.listed()));
          return counts.size() - 1;
        });
  }

  /** How many postings were counted. */
  public long postings() {
    return all;
  }

  /** How many postings of a role were counted. */
  public long postings(Role role) {
    return postings.getOrDefault(role, 0L);
  }

  /** The skills, the most frequent first, then by name. */
  public List<Row> rows() {
    return counts.stream()
        .map(Counts::row)
        .sorted(Comparator.comparingInt((Row row) -> -row.postings()).thenComparing(Row::skill))
        .toList();
  }

  /** The skills that stand together, the most frequent pair first, then by names. */
  public List<Pair> pairs() {
    return pairs.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_TOGETHER)
        .map(entry -> pair(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt((Pair pair) -> -pair.postings())
                .thenComparing(Pair::skill)
                .thenComparing(Pair::other))
        .toList();
  }

  private Pair pair(long key, int together) {
    Counts a = counts.get((int) (key >> Integer.SIZE));
    Counts b = counts.get((int) key);
    double lift = (double) together * all / ((double) a.all() * b.all());
    boolean ordered = a.skill.compareTo(b.skill) < 0;
    return new Pair(ordered ? a.skill : b.skill, ordered ? b.skill : a.skill, together, lift);
  }

  /** What speaks for a role and surely so: intervals above zero, the surest first. */
  public List<Odds> speaksFor(Role role) {
    double mine = 0;
    double others = 0;
    for (Counts skill : counts) {
      mine += skill.of(role);
      others += skill.judged() - skill.of(role);
    }
    List<Odds> odds = new ArrayList<>();
    if (mine > 0 && others > 0) {
      for (Counts skill : counts) {
        odds.add(odds(role, skill, mine, others));
      }
    }
    return odds.stream()
        .filter(item -> item.low() > 0)
        .sorted(Comparator.comparingDouble((Odds o) -> -o.low()).thenComparing(Odds::skill))
        .toList();
  }

  private static Odds odds(Role role, Counts skill, double mine, double others) {
    double here = skill.of(role);
    double there = skill.judged() - here;
    double prior = PRIOR * (here + there) / (mine + others);
    double share = logOdds(here + prior, mine + PRIOR) - logOdds(there + prior, others + PRIOR);
    boolean judged = here + there > 0;
    double spread =
        judged ? WITHIN_95 * Math.sqrt(1 / (here + prior) + 1 / (there + prior)) : Double.MAX_VALUE;
    return new Odds(role, skill.skill, judged ? share : 0, share - spread, share + spread);
  }

  private static double logOdds(double part, double whole) {
    return Math.log(part / (whole - part));
  }
}
