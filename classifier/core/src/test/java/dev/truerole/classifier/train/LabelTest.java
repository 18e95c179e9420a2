package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.model.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "role=data_scientist | DATA_SCIENTIST | - | 2",
        "role=Hybrid confidence=3 | HYBRID | - | 3",
        "role=other | OTHER | - | 2",
        "role=ml_engineer ds_share=20 confidence=1 | ML_ENGINEER | 0.2 | 1",
        "scope=in ds_share=65 | DATA_SCIENTIST | 0.65 | 2",
        "scope=in ds_share=60 | HYBRID | 0.6 | 2",
        "scope=in ds_share=35 | ML_ENGINEER | 0.35 | 2",
        "scope=in ds_share=0 | ML_ENGINEER | 0 | 2",
        "scope=in ds_share=100 | DATA_SCIENTIST | 1 | 2",
        "scope=in ds_share=47.5 | HYBRID | 0.475 | 2",
        "scope=in role=hybrid | HYBRID | - | 2",
        "scope=out | OTHER | - | 2",
        "scope=OUT ds_share=40 confidence=3 | OTHER | - | 3",
        "scope=in role=data_scientist ds_share=90 confidence=2.0 | DATA_SCIENTIST | 0.9 | 2"
      })
  void labelIsRead(String fields, Role role, Double share, int confidence) {
    assertThat(Label.of(fields(fields))).contains(new Label(role, share, confidence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title=Engineer", "confidence=3", "ds_share=40", "role= scope= "})
  void nothingToReadIsNoLabel(String fields) {
    assertThat(Label.of(fields(fields))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role=engineer | role 'engineer' is none of data_scientist, ml_engineer, hybrid, other",
        "scope=in | scope 'in' needs a ds_share or a role",
        "scope=perhaps | scope 'perhaps' needs a ds_share or a role",
        "scope=in ds_share=much | ds_share 'much' is no number",
        "scope=in ds_share=101 | ds_share must be 0 to 100",
        "scope=in ds_share=-5 | ds_share must be 0 to 100",
        "scope=in ds_share=NaN | is no number",
        "role=hybrid ds_share=80 | ds_share 80 is no hybrid",
        "role=data_scientist ds_share=64 | ds_share 64 is no data_scientist",
        "role=other ds_share=50 | ds_share 50 is no other",
        "scope=out role=data_scientist | scope 'out' and role 'data_scientist' disagree",
        "scope=in role=other | scope 'in' and role 'other' disagree",
        "role=hybrid confidence=4 | confidence must be 1, 2 or 3, not 4",
        "role=hybrid confidence=0 | confidence must be 1, 2 or 3, not 0",
        "role=hybrid confidence=high | confidence 'high' is no number"
      })
  void whatCannotBeALabelIsRefused(String fields, String message) {
    assertThatThrownBy(() -> Label.of(fields(fields)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void onlyOtherIsOutOfScope() {
    for (Role role : Role.values()) {
      assertThat(new Label(role, null, 2).inScope()).isEqualTo(role != Role.OTHER);
    }
  }

  /** "a=1 b=2" as a map. */
  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split(" ")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    return fields;
  }
}
