package dev.truerole.classifier.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a model directory is what its card says. */
public final class ModelCheck {

  /** Kernels differ from machine to machine in the last bits. */
  private static final double TOLERANCE = 1e-3;

  private ModelCheck() {}

  /**
   * Opens a model, which checks its files against the card's hashes, and asks it the texts its card
   * records.
   *
   * @return what is wrong, empty if nothing is
   * @throws ModelException if there is no card to check against
   */
  public static List<String> problems(Path directory) {
    ModelCard card = ModelStore.card(directory);
    List<String> problems = new ArrayList<>();
    try (RoleModel model = RoleModel.open(directory)) {
      if (card.samples().isEmpty()) {
        problems.add("the card records no answers to repeat");
      }
      for (int i = 0; i < card.samples().size(); i++) {
        ModelCard.Sample recorded = card.samples().get(i);
        double apart = distance(recorded, ModelStore.sample(model, recorded.text()));
        if (!(apart <= TOLERANCE)) {
          problems.add("recorded answer " + (i + 1) + " is not repeated: it differs by " + apart);
        }
      }
    } catch (ModelException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }

  private static double distance(ModelCard.Sample one, ModelCard.Sample other) {
    double most = Math.abs(one.dsShare() - other.dsShare());
    for (String role : one.probabilities().keySet()) {
      Double said = other.probabilities().get(role);
      most = Math.max(most, said == null ? 1 : Math.abs(one.probabilities().get(role) - said));
    }
    return most;
  }
}
