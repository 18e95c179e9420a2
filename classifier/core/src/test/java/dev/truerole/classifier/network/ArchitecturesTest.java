package dev.truerole.classifier.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitecturesTest {

  @Test
  void namesAreUniqueAndFound() {
    assertThat(Architectures.all()).extracting(Architecture::name).doesNotHaveDuplicates();
    assertThat(Architectures.all())
        .allSatisfy(each -> assertThat(Architectures.named(each.name())).isSameAs(each));
  }

  @Test
  void unknownNameListsTheKnownOnes() {
    assertThatThrownBy(() -> Architectures.named("forest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forest")
        .hasMessageContaining("bag");
  }

  @Test
  void changedHyperparametersReplaceDefaults() {
    Architecture bag = Architectures.named("bag");
    assertThat(Architectures.hyperparameters(bag, Map.of("hidden", 8.0)))
        .containsEntry("hidden", 8.0)
        .containsEntry("dimensions", bag.defaults().get("dimensions"))
        .hasSameSizeAs(bag.defaults());
  }

  @Test
  void unknownHyperparameterIsRefused() {
    assertThatThrownBy(
            () -> Architectures.hyperparameters(Architectures.named("bag"), Map.of("depth", 3.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depth")
        .hasMessageContaining("hidden");
  }

  @Test
  void missingHyperparameterIsRefused() {
    assertThatThrownBy(() -> Architectures.named("bag").build(5, 3, Map.of("hidden", 8.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimensions");
  }
}
