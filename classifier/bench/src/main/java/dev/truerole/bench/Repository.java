package dev.truerole.bench;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where models and data lie: below {@code -Dtruerole.home}, by default the folder that the
 * benchmarks are started from. {@code -Dmodel=DIR} names another model.
 */
final class Repository {

  private static final Path HOME = Path.of(System.getProperty("truerole.home", "."));

  private Repository() {}

  static Path authoredPostings() {
    return HOME.resolve("training-data").resolve("postings");
  }

  static Path vocabulary() {
    return modelDirectory().resolve(ModelStore.VOCABULARY);
  }

  static RoleModel model() {
    return RoleModel.open(modelDirectory());
  }

  static SkillExtractor skills() throws IOException {
    return new SkillExtractor(SkillTaxonomy.load(HOME.resolve("training-data").resolve("skills")));
  }

  static PostingAnalyzer analyzer() throws IOException {
    return new PostingAnalyzer(model(), skills());
  }

  private static Path modelDirectory() {
    String named = System.getProperty("model");
    return named != null ? Path.of(named) : HOME.resolve("models").resolve("role");
  }
}
