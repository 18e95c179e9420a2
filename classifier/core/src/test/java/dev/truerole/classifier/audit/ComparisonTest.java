package dev.truerole.classifier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.train.AuthoredCorpus;
import dev.truerole.classifier.train.CorpusPosting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final List<CorpusPosting> POSTINGS = AuthoredCorpus.some(20);

  @Test
  void aModelIsNoWorseThanItself() {
    Comparison comparison = Comparison.of(POSTINGS, wrongOn(7), wrongOn(7));
    assertThat(comparison.macroF1()).isEqualTo(new Comparison.Difference(0, 0, 0));
    assertThat(comparison.pValue()).isEqualTo(1);
    assertThat(comparison.differing()).isEmpty();
    assertThat(comparison.secondIsWorse()).isFalse();
  }

  /** Reference values: two-sided binomial tests of 0 in 10, 2 in 12 and 5 in 10. */
  @Test
  void mcNemarCountsThePostingsOnlyOneGetsRight() {
    assertThat(Comparison.of(POSTINGS, wrongOn(0), wrongOn(10)).pValue())
        .isCloseTo(0.001953125, Offset.offset(1e-9));
    Comparison worse = Comparison.of(POSTINGS, wrongOn(2), wrongFrom(2, 12));
    assertThat(worse.onlyFirstRight()).isEqualTo(10);
    assertThat(worse.onlySecondRight()).isEqualTo(2);
    assertThat(worse.pValue()).isCloseTo(0.03857421875, Offset.offset(1e-9));
    assertThat(worse.secondIsWorse()).isTrue();
    Comparison even = Comparison.of(POSTINGS, wrongOn(5), wrongFrom(5, 10));
    assertThat(even.pValue()).isCloseTo(1, Offset.offset(1e-9));
    assertThat(even.differing()).hasSize(10);
  }

  @Test
  void theBetterOneIsNotWorse() {
    Comparison better = Comparison.of(POSTINGS, wrongOn(30), wrongOn(2));
    assertThat(better.macroF1().low()).isPositive();
    assertThat(better.secondIsWorse()).isFalse();
  }

  private static List<Prediction> wrongOn(int first) {
    return wrongFrom(0, first);
  }

  private static List<Prediction> wrongFrom(int from, int to) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < POSTINGS.size(); i++) {
      Role label = POSTINGS.get(i).labelled().role();
      Role wrong = label == Role.OTHER ? Role.HYBRID : Role.OTHER;
      Role said = i >= from && i < to ? wrong : label;
      predictions.add(new Prediction(Map.of(said, 1.0), 0.5, 1, 0, List.of()));
    }
    return predictions;
  }
}
