package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

  @ParameterizedTest
  @CsvSource({
    "0, ML_ENGINEER",
    "0.35, ML_ENGINEER",
    "0.351, HYBRID",
    "0.5, HYBRID",
    "0.649, HYBRID",
    "0.65, DATA_SCIENTIST",
    "1, DATA_SCIENTIST"
  })
  void shareNamesTheRole(double share, Role role) {
    assertThat(Role.ofShare(share)).isEqualTo(role);
  }

  @Test
  void stepsOfFiveHundredthsAreNotLostToBinary() {
    assertThat(Role.ofShare(1 - 0.65)).isEqualTo(Role.ML_ENGINEER);
    assertThat(Role.ofShare(0.05 * 13)).isEqualTo(Role.DATA_SCIENTIST);
  }

  @Test
  void everyRoleIsFoundByItsId() {
    for (Role role : Role.values()) {
      assertThat(Role.of(role.id())).contains(role);
    }
    assertThat(Role.of("DATA_SCIENTIST")).isEmpty();
    assertThat(Role.of("")).isEmpty();
  }

  @Test
  void ofEquallyProbableRolesTheFirstIsAnswered() {
    Map<Role, Double> equal =
        Map.of(Role.OTHER, 0.3, Role.ML_ENGINEER, 0.3, Role.HYBRID, 0.3, Role.DATA_SCIENTIST, 0.1);
    Prediction prediction = new Prediction(equal, 0.5, 1, 0, List.of());
    assertThat(prediction.role()).isEqualTo(Role.ML_ENGINEER);
    assertThat(prediction.probability(Role.DATA_SCIENTIST)).isEqualTo(0.1);
  }
}
