package dev.truerole.spark;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The analyzers of this JVM: each model is loaded once, however many tasks ask it at a time. */
final class Analyzers {

  /** DJL reads this once, when PyTorch is loaded. */
  private static final String TORCH_THREADS = "ai.djl.pytorch.num_threads";

  private static final String OFFLINE = "ai.djl.offline";

  private static final Map<String, Loaded> LOADED = new ConcurrentHashMap<>();
  private static final Map<Key, PostingAnalyzer> ANALYZERS = new ConcurrentHashMap<>();

  /** A model and what it is asked with. */
  private record Loaded(RoleModel model, SkillExtractor skills) {}

  private record Key(String sha256, double abstainBelow) {}

  private Analyzers() {}

  /**
   * The analyzer of a pack, which stays open as long as the JVM lives.
   *
   * @param sha256 of the pack
   * @param pack is asked only if the model is not there yet
   */
  static PostingAnalyzer of(String sha256, double abstainBelow, Supplier<ModelPack> pack) {
    Loaded loaded = LOADED.computeIfAbsent(sha256, hash -> load(pack.get()));
    return ANALYZERS.computeIfAbsent(
        new Key(sha256, abstainBelow),
        key -> new PostingAnalyzer(loaded.model(), loaded.skills(), abstainBelow));
  }

  /** How many models have been loaded. */
  static int models() {
    return LOADED.size();
  }

  private static Loaded load(ModelPack pack) {
    setUpTorch();
    try {
      Path folder = Files.createTempDirectory("truerole-");
      try {
        SkillTaxonomy skills = SkillTaxonomy.load(pack.unpackSkills(folder));
        RoleModel model = RoleModel.open(pack.unpackModel(folder));
        return new Loaded(model, new SkillExtractor(skills));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model cannot be unpacked in java.io.tmpdir", e);
    }
  }

  /** Spark runs a task a core: threads of PyTorch's own would only fight over them. */
  private static void setUpTorch() {
    Properties settings = System.getProperties();
    settings.putIfAbsent(TORCH_THREADS, "1");
    settings.putIfAbsent(OFFLINE, "true");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
