package dev.truerole.classifier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.train.AuthoredCorpus;
import dev.truerole.classifier.train.CorpusPosting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shipped model promises, on authored postings, which it has not learned from. */
class ShippedModelAuditTest {

  private static final List<CorpusPosting> POSTINGS = AuthoredCorpus.authored().postings();
  private static final RobustnessRun RUN = new RobustnessRun();
  private static Map<String, Robustness> rows = Map.of();

  @BeforeAll
  static void measure() {
    try (RoleModel model = RoleModel.open(Shipped.ROLE_MODEL)) {
      RUN.add(model, POSTINGS);
    }
    rows = RUN.figures().stream().collect(Collectors.toMap(Robustness::change, row -> row));
  }

  @Test
  void everyChangeWasTriedOnEveryPosting() {
    assertThat(rows).hasSameSizeAs(Perturbations.all());
    assertThat(rows.values()).allMatch(row -> row.postings() == POSTINGS.size());
  }

  @Test
  void roleNamesDoNotMakeTheRole() {
    assertThat(changed("role names swapped")).isLessThanOrEqualTo(0.01);
    assertThat(changed("\"Data Scientist\" on top")).isLessThanOrEqualTo(0.02);
    assertThat(changed("\"ML Engineer\" on top")).isLessThanOrEqualTo(0.02);
  }

  @Test
  void boilerplateAndLayoutHardlyMatter() {
    assertThat(changed("all three added")).isLessThanOrEqualTo(0.06);
    assertThat(changed("line breaks stripped")).isLessThanOrEqualTo(0.1);
    assertThat(changed("bullets to prose")).isLessThanOrEqualTo(0.1);
    assertThat(changed("as HTML")).isLessThanOrEqualTo(0.02);
  }

  @Test
  void evidenceIsWhatTheAnswerRestsOn() {
    assertThat(RUN.faithfulness().ratio()).isGreaterThanOrEqualTo(3);
    assertThat(RUN.faithfulness().postings()).isGreaterThan(200);
  }

  private static double changed(String name) {
    Robustness row = rows.get(name);
    assertThat(row).as(name).isNotNull();
    return row.changedShare();
  }
}
