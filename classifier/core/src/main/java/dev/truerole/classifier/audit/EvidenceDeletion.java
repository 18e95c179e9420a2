package dev.truerole.classifier.audit;

import dev.truerole.classifier.audit.Perturbation.Original;
import dev.truerole.classifier.model.Evidence;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.PostingBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Deletes the strongest evidence from texts, or other segments, and reads them again. */
final class EvidenceDeletion {

  private static final int DELETED = 3;

  /** Fewer segments leave no choice between strong and random ones. */
  private static final int LEAST_SEGMENTS = 3 * DELETED;

  private final Segmenter segmenter;
  private int postings;
  private double top;
  private double random;

  EvidenceDeletion(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  /** A posting with the segments to be deleted from it. */
  private record Trial(
      Original original, Prediction before, List<Integer> top, List<Integer> any) {}

  void add(RoleModel model, List<Original> originals, List<Prediction> before) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      if (originals.get(i).segments().size() >= LEAST_SEGMENTS) {
        trials.add(trial(originals.get(i), before.get(i)));
      }
    }
    List<Prediction> withoutTop =
        model.predict(
            trials.stream().map(trial -> without(trial.original(), trial.top())).toList());
    List<Prediction> withoutAny =
        model.predict(
            trials.stream().map(trial -> without(trial.original(), trial.any())).toList());
    for (int i = 0; i < trials.size(); i++) {
      postings++;
      top += move(trials.get(i).before(), withoutTop.get(i));
      random += move(trials.get(i).before(), withoutAny.get(i));
    }
  }

  private static Trial trial(Original original, Prediction before) {
    List<Integer> byStrength =
        before.evidence().stream()
            .sorted(Comparator.comparingDouble(strength(before)).reversed())
            .map(Evidence::segment)
            .toList();
    List<Integer> others = new ArrayList<>(byStrength.subList(DELETED, byStrength.size()));
    Collections.shuffle(others, new Random(original.text().hashCode()));
    return new Trial(original, before, byStrength.subList(0, DELETED), others.subList(0, DELETED));
  }

  /** How strongly a segment speaks for the answer. */
  private static ToDoubleFunction<Evidence> strength(Prediction prediction) {
    if (prediction.role() == Role.OTHER) {
      return evidence -> -evidence.scope();
    }
    return prediction.dsShare() >= 0.5 ? Evidence::dataScientist : Evidence::mlEngineer;
  }

  private List<Segment> without(Original original, Collection<Integer> deleted) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int index : new TreeSet<>(deleted)) {
      Segment segment = original.segments().get(index);
      kept.append(original.text(), from, segment.start());
      from = segment.end();
    }
    kept.append(original.text().substring(from));
    return segmenter.segment(PostingBody.ofPlainText(kept.toString()));
  }

  private static double move(Prediction before, Prediction after) {
    return before.role() == Role.OTHER
        ? Math.abs(before.probability(Role.OTHER) - after.probability(Role.OTHER))
        : Math.abs(before.dsShare() - after.dsShare());
  }

  Faithfulness figures() {
    double all = Math.max(1, postings);
    return new Faithfulness(postings, top / all, random / all);
  }
}
