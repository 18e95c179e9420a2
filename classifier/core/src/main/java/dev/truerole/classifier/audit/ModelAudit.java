package dev.truerole.classifier.audit;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.CrossValidation;
import dev.truerole.classifier.train.ModelExaminer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a model card that go beyond the figures of training. */
public final class ModelAudit implements ModelExaminer {

  /** As many mistakes as a reader looks at. */
  private static final int MISTAKES = 12;

  private final RobustnessRun robustness = new RobustnessRun();
  private final List<CorpusPosting> probes;

  /**
   * An audit.
   *
   * @param probes labelled postings the model does not learn from, to show its mistakes on; their
   *     texts must be free to publish
   */
  public ModelAudit(List<CorpusPosting> probes) {
    this.probes = List.copyOf(probes);
  }

  /**
   * A posting answered wrongly.
   *
   * @param id of the posting
   * @param title of the posting, empty without one
   * @param label what it is
   * @param answer what the model says
   * @param probability given to the answer
   */
  public record Mistake(String id, String title, String label, String answer, double probability) {}

  @Override
  public void fold(RoleModel model, List<CorpusPosting> unseen) {
    robustness.add(model, unseen);
  }

  @Override
  public Map<String, Object> ofFolds(CrossValidation run) {
    Map<String, Object> findings = new LinkedHashMap<>();
    findings.put("slices", Slices.of(run.postings(), run.calibratedPredictions()));
    findings.put("robustness", robustness.figures());
    findings.put("faithfulness", robustness.faithfulness());
    return findings;
  }

  @Override
  public Map<String, Object> ofModel(RoleModel model) {
    return probes.isEmpty()
        ? Map.of()
        : Map.of("probes", probes.size(), "mistakes", mistakes(model));
  }

  private List<Mistake> mistakes(RoleModel model) {
    List<Prediction> answers = model.predict(probes.stream().map(CorpusPosting::segments).toList());
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      CorpusPosting probe = probes.get(i);
      Role answer = answers.get(i).role();
      if (answer != probe.labelled().role()) {
        String title = probe.posting().title();
        mistakes.add(
            new Mistake(
                probe.posting().id().text(),
                title == null ? "" : title,
                probe.labelled().role().label(),
                answer.label(),
                answers.get(i).probability(answer)));
      }
    }
    mistakes.sort(Comparator.comparingDouble(Mistake::probability).reversed());
    return mistakes.subList(0, Math.min(MISTAKES, mistakes.size()));
  }
}
