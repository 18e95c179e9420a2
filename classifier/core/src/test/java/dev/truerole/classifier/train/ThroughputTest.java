package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.model.RoleModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  @Test
  void everyPassReadsEveryPosting() {
    try (RoleModel model = RoleModel.open(Shipped.ROLE_MODEL)) {
      Throughput speed = Throughput.measure(model, AuthoredCorpus.eight());
      assertThat(speed.postings()).isEqualTo(8);
      assertThat(speed.passes()).isPositive();
      assertThat(speed.perSecond()).isGreaterThan(1);
      assertThat(speed.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }
  }

  @Test
  void nothingToReadIsRefused() {
    try (RoleModel model = RoleModel.open(Shipped.ROLE_MODEL)) {
      assertThatThrownBy(() -> Throughput.measure(model, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
