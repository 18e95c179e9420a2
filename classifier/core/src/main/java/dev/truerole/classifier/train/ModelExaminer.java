package dev.truerole.classifier.train;

import dev.truerole.classifier.model.RoleModel;
import java.util.List;
import java.util.Map;

/** Looks closer at a model while it is being built, for its card. */
public interface ModelExaminer {

  /** Finds nothing. */
  ModelExaminer NONE =
      new ModelExaminer() {
        @Override
        public void fold(RoleModel model, List<CorpusPosting> unseen) {
          // nothing to look at
        }

        @Override
        public Map<String, Object> ofFolds(CrossValidation run) {
          return Map.of();
        }

        @Override
        public Map<String, Object> ofModel(RoleModel model) {
          return Map.of();
        }
      };

  /** Sees a fold's model with the postings it has not learned from. */
  void fold(RoleModel model, List<CorpusPosting> unseen);

  /** What it found over all folds, by name; goes into the metrics. */
  Map<String, Object> ofFolds(CrossValidation run);

  /** What it finds of the finished model, by name; goes into the metrics. */
  Map<String, Object> ofModel(RoleModel model);
}
