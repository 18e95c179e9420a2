package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.model.Evidence;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.network.Scalars;
import java.util.Arrays;
import java.util.List;

/**
 * How far a student's outputs are from its teacher's (Hinton et al. 2015): cross-entropy of the
 * roles, distance of the share, and distance of every segment's evidence, so that the student
 * learns where an answer comes from as well as the answer.
 */
final class DistillationLoss {

  private static final double SHARE = 2;
  private static final int COLUMNS = 3;
  private static final float LEAST_PROBABILITY = 1e-6f;

  private DistillationLoss() {}

  /**
   * The mean loss of a batch, a scalar that can be differentiated.
   *
   * @param outputs probabilities (B, 4), sums (B, 5) and evidence (S, 3) of the student
   * @param batch B examples; those without a teacher's word count for nothing
   */
  static NDArray of(NDManager manager, NDList outputs, List<Example> batch) {
    Targets targets = new Targets(manager, batch);
    NDArray logs = Scalars.atLeast(outputs.get(0), LEAST_PROBABILITY).log();
    NDArray roles = logs.mul(targets.roles).sum(new int[] {1}).neg();
    NDArray share = outputs.get(1).get(":, 3").getNDArrayInternal().sigmoid();
    NDArray distance = share.sub(targets.share).abs().mul(targets.present);
    NDArray evidence = RoleLoss.huber(compressed(outputs.get(2)).sub(targets.evidence));
    NDArray segments = evidence.sum(new int[] {1}).mul(targets.segments).sum();
    NDArray sum = roles.add(Scalars.times(distance, SHARE)).sum().add(segments);
    return Scalars.times(sum, 1.0 / targets.taught);
  }

  /** Evidence on a scale where twice nothing is nothing and twice much is little more. */
  private static NDArray compressed(NDArray evidence) {
    return evidence.abs().add(1).log().mul(evidence.sign());
  }

  /** What the teacher says: roles (B, 4), shares (B), evidence (S, 3); zeros where nothing. */
  private static final class Targets {
    private final NDArray roles;
    private final NDArray share;
    private final NDArray present;
    private final NDArray evidence;
    private final NDArray segments;
    private final long taught;

    Targets(NDManager manager, List<Example> batch) {
      int rows = batch.stream().mapToInt(example -> example.posting().segments()).sum();
      float[] rolesOf = new float[batch.size() * Role.values().length];
      float[] shares = new float[batch.size()];
      float[] presence = new float[batch.size()];
      float[] evidenceOf = new float[rows * COLUMNS];
      float[] weights = new float[rows];
      int row = 0;
      for (int i = 0; i < batch.size(); i++) {
        Prediction said = batch.get(i).teacher();
        int own = batch.get(i).posting().segments();
        if (said != null) {
          for (Role role : Role.values()) {
            rolesOf[i * Role.values().length + role.column()] = (float) said.probability(role);
          }
          shares[i] = (float) said.dsShare();
          presence[i] = 1;
          Arrays.fill(weights, row, row + own, 1f / own);
          fill(evidenceOf, row, said.evidence());
        }
        row += own;
      }
      roles = manager.create(rolesOf, new Shape(batch.size(), Role.values().length));
      share = manager.create(shares);
      present = manager.create(presence);
      evidence = compressed(manager.create(evidenceOf, new Shape(rows, COLUMNS)));
      segments = manager.create(weights);
      taught = Math.max(1, batch.stream().filter(example -> example.teacher() != null).count());
    }

    private static void fill(float[] values, int row, List<Evidence> evidence) {
      for (int i = 0; i < evidence.size(); i++) {
        int at = (row + i) * COLUMNS;
        values[at] = (float) evidence.get(i).dataScientist();
        values[at + 1] = (float) evidence.get(i).mlEngineer();
        values[at + 2] = (float) evidence.get(i).scope();
      }
    }
  }
}
