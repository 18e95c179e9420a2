package dev.truerole.classifier.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.text.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table against the features spelled out. */
class PairTableTest {

  private static final List<List<Segment>> POSTINGS = Shipped.segments();

  private static void check(Vocabulary vocabulary) {
    PairTable table = PairTable.of(vocabulary.features());
    for (List<Segment> segments : POSTINGS) {
      for (Segment segment : segments) {
        int[] spelled =
            SegmentFeatures.of(segment).stream()
                .flatMapToInt(feature -> vocabulary.id(feature).stream())
                .toArray();
        assertThat(table.ids(segment)).containsExactly(spelled);
      }
    }
  }

  @Test
  void idsAreThoseOfTheFeatures() {
    check(Vocabulary.learn(POSTINGS, 1, 2));
    check(Vocabulary.learn(POSTINGS, 3, 8));
  }

  /** Words that are known in pairs only have no id of their own. */
  @Test
  void pairsNeedNotBeOfKnownWords() {
    check(Vocabulary.learn(POSTINGS, 50, 3));
    check(Vocabulary.of(List.of("of models", "machine learning", "data")));
  }

  @Test
  void emptyVocabularyKnowsNothing() {
    check(Vocabulary.of(List.of()));
  }
}
