package dev.truerole.app.cli;

import ai.djl.Device;
import dev.truerole.classifier.audit.Comparison;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusPosting;
import java.nio.file.Path;
import java.util.List;

/** Asks two models about the same labelled postings. */
final class Comparing {

  private Comparing() {}

  /**
   * The comparison.
   *
   * @throws UsageException if nothing is labelled
   */
  static Comparison models(Path first, Path second, Corpus corpus, Device device) {
    List<CorpusPosting> postings = corpus.labelled();
    if (postings.isEmpty()) {
      throw new UsageException("no posting has a label to measure by; lessons are none");
    }
    return Comparison.of(
        postings, predict(first, postings, device), predict(second, postings, device));
  }

  private static List<Prediction> predict(
      Path directory, List<CorpusPosting> postings, Device device) {
    try (RoleModel model = RoleModel.open(directory, device)) {
      return model.predict(postings.stream().map(CorpusPosting::segments).toList());
    }
  }
}
