package dev.truerole.app.batch;

import dev.truerole.classifier.model.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How many rows got which answer.
 *
 * @param notJudged answered rows without a role
 */
record Tally(long answered, long failed, long notJudged, Map<Role, Long> byRole) {

  static final Tally NONE = new Tally(0, 0, 0, Map.of());

  /** Copies the map. */
  Tally {
    byRole = Map.copyOf(byRole);
  }

  static Tally of(List<Answer> answers) {
    long failed = 0;
    long notJudged = 0;
    Map<Role, Long> byRole = new EnumMap<>(Role.class);
    for (Answer answer : answers) {
      if (answer instanceof Answer.Analysed analysed) {
        var role = analysed.analysis().role();
        role.ifPresent(found -> byRole.merge(found, 1L, Long::sum));
        notJudged += role.isEmpty() ? 1 : 0;
      } else {
        failed++;
      }
    }
    return new Tally(answers.size() - failed, failed, notJudged, byRole);
  }

  Tally plus(Tally more) {
    Map<Role, Long> sum = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      sum.put(role, byRole.getOrDefault(role, 0L) + more.byRole.getOrDefault(role, 0L));
    }
    sum.values().removeIf(count -> count == 0);
    return new Tally(
        answered + more.answered, failed + more.failed, notJudged + more.notJudged, sum);
  }

  /** All its numbers, to be kept in a journal. */
  List<Long> numbers() {
    List<Long> numbers = new ArrayList<>(List.of(answered, failed, notJudged));
    for (Role role : Role.values()) {
      numbers.add(byRole.getOrDefault(role, 0L));
    }
    return numbers;
  }

  static Tally ofNumbers(List<Long> numbers) {
    Map<Role, Long> byRole = new EnumMap<>(Role.class);
    Iterator<Long> left = numbers.iterator();
    long answered = left.next();
    long failed = left.next();
    long notJudged = left.next();
    for (Role role : Role.values()) {
      byRole.put(role, left.next());
    }
    return new Tally(answered, failed, notJudged, byRole);
  }
}
