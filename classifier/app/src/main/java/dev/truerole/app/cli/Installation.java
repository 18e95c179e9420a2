package dev.truerole.app.cli;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the shipped model and taxonomy lie: below the folder the launcher names. */
final class Installation {

  private static final String HOME = "truerole.home";

  private final Path home;

  Installation(Path home) {
    this.home = home;
  }

  /** The one this process was started from. */
  static Installation current() {
    return new Installation(Path.of(System.getProperty(HOME, ".")));
  }

  /** The model directory a user named, or the shipped one. */
  Path model(@Nullable Path named) {
    return named != null ? named : home.resolve("models").resolve("role");
  }

  /** Postings to try. */
  Path examples() {
    return home.resolve("training-data").resolve("examples");
  }

  /** An analyzer with that model and the shipped taxonomy, which gives every role. */
  PostingAnalyzer analyzer(@Nullable Path model, DeviceOption device) {
    return analyzer(model, device, 0);
  }

  /** The same, without the roles whose probability is below {@code abstainBelow}. */
  PostingAnalyzer analyzer(@Nullable Path model, DeviceOption device, double abstainBelow) {
    return PostingAnalyzer.load(
        () -> RoleModel.open(model(model), device.device()),
        () -> new SkillExtractor(taxonomy()),
        abstainBelow);
  }

  /** The same without skills and what is asked. */
  PostingAnalyzer roles(@Nullable Path model, DeviceOption device, double abstainBelow) {
    return PostingAnalyzer.ofRolesAlone(
        RoleModel.open(model(model), device.device()), abstainBelow);
  }

  /** Where the shipped taxonomy lies. */
  Path skills() {
    return home.resolve("training-data").resolve("skills");
  }

  private SkillTaxonomy taxonomy() {
    Path directory = skills();
    try {
      return SkillTaxonomy.load(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("skill taxonomy " + directory + " cannot be read", e);
    }
  }
}
