package dev.truerole.classifier.audit;

import dev.truerole.classifier.audit.Perturbation.Original;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.scraper.posting.PostingBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Changes postings in ways that must not matter and counts the answers that change all the same.
 * Models may be added one after the other, each with its own postings, such as the folds of a
 * cross-validation. Needs no labels; not thread-safe.
 */
public final class RobustnessRun {

  private final Segmenter segmenter;
  private final Map<Perturbation, Tally> tallies = new LinkedHashMap<>();
  private final EvidenceDeletion deletion;

  private static final class Tally {
    private int postings;
    private int changed;
    private int inScope;
    private double moved;
  }

  /** A run over all perturbations. */
  public RobustnessRun() {
    this.segmenter = Segmenter.load();
    this.deletion = new EvidenceDeletion(segmenter);
    Perturbations.all().forEach(perturbation -> tallies.put(perturbation, new Tally()));
  }

  /** Measures a model on postings, which are best ones it has not learned from. */
  public void add(RoleModel model, List<CorpusPosting> postings) {
    List<Original> originals =
        postings.parallelStream()
            .map(posting -> read(posting.posting().body().text()))
            .filter(original -> !original.segments().isEmpty())
            .toList();
    List<Prediction> before = model.predict(originals.stream().map(Original::segments).toList());
    tallies.forEach((perturbation, tally) -> add(model, originals, before, perturbation, tally));
    deletion.add(model, originals, before);
  }

  private Original read(String text) {
    PostingBody body = PostingBody.ofPlainText(text);
    return new Original(body, segmenter.segment(body));
  }

  private void add(
      RoleModel model,
      List<Original> originals,
      List<Prediction> before,
      Perturbation perturbation,
      Tally tally) {
    List<List<Segment>> changed =
        originals.parallelStream().map(original -> changed(original, perturbation)).toList();
    List<Integer> readable =
        IntStream.range(0, changed.size()).filter(i -> !changed.get(i).isEmpty()).boxed().toList();
    List<Prediction> after = model.predict(readable.stream().map(changed::get).toList());
    for (int i = 0; i < after.size(); i++) {
      compare(before.get(readable.get(i)), after.get(i), tally);
    }
  }

  private List<Segment> changed(Original original, Perturbation perturbation) {
    int seed = Objects.hash(original.text(), perturbation.name());
    return segmenter.segment(perturbation.change().apply(original, new Random(seed)));
  }

  private static void compare(Prediction before, Prediction after, Tally tally) {
    tally.postings++;
    tally.changed += before.role() == after.role() ? 0 : 1;
    if (before.role() != Role.OTHER && after.role() != Role.OTHER) {
      tally.inScope++;
      tally.moved += Math.abs(before.dsShare() - after.dsShare());
    }
  }

  /** The figures of each perturbation. */
  public List<Robustness> figures() {
    List<Robustness> figures = new ArrayList<>();
    tallies.forEach(
        (perturbation, tally) ->
            figures.add(
                Robustness.of(
                    perturbation,
                    tally.postings,
                    tally.changed,
                    tally.moved / Math.max(1, tally.inScope))));
    return figures;
  }

  /** What deleting evidence does to the answers. */
  public Faithfulness faithfulness() {
    return deletion.figures();
  }
}
