package dev.truerole.app.batch;

import dev.truerole.classifier.model.Role;
import java.util.Map;

/**
 * What a run did.
 *
 * @param answered rows that got an analysis, judged or not
 * @param failed rows that got an error
 * @param notJudged answered rows without a role (another language, too short)
 * @param byRole answered rows by role
 * @param earlier how many of all these rows an interrupted run had answered before
 * @param seconds wall time, model loading not counted
 */
public record BatchSummary(
    long answered,
    long failed,
    long notJudged,
    Map<Role, Long> byRole,
    long earlier,
    double seconds) {

  /** Copies the map. */
  public BatchSummary {
    byRole = Map.copyOf(byRole);
  }
}
