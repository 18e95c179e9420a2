package dev.truerole.classifier.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFeaturesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Train big models | train, big, train big, models, big models",
        "5+ years | #, years",
        "3 years | #, years, # years",
        "SQL, Python | sql, python",
        "scikit-learn | scikit, learn, scikit learn",
        "and/or | and, or",
        "of the data | of, the, data, the data",
        "the Data Scientist builds | the, [role], the [role], builds, [role] builds",
        "C++ code | c, code"
      })
  void featuresAreWordsAndPairs(String text, String features) {
    assertThat(String.join(", ", SegmentFeatures.of(Words.sentence(text)))).isEqualTo(features);
  }

  @Test
  void roleNamesNeverBecomeFeatures() {
    assertThat(Shipped.segments())
        .allSatisfy(
            posting ->
                assertThat(
                        posting.stream().flatMap(segment -> SegmentFeatures.of(segment).stream()))
                    .noneMatch(
                        feature -> feature.matches(".*\\b(scientist|engineer|analyst)s?\\b.*")));
  }

  /** What a posting calls the job changes nothing of what a model reads. */
  @Test
  void anotherRoleNameChangesNoFeature() {
    Segmenter segmenter = Segmenter.load();
    int named = 0;
    for (JobPosting posting : Shipped.postings()) {
      String text = posting.body().text();
      if (text.toLowerCase().contains("data scientist")) {
        named++;
        assertThat(features(segmenter, text.replaceAll("(?i)data scientist", "data analyst")))
            .as("features of %s", posting.id().text())
            .isEqualTo(features(segmenter, text));
        assertThat(
                features(
                    segmenter, text.replaceAll("(?i)data scientist", "machine learning engineer")))
            .as("features of %s", posting.id().text())
            .isEqualTo(features(segmenter, text));
      }
    }
    assertThat(named).isGreaterThan(10);
  }

  private static List<List<String>> features(Segmenter segmenter, String text) {
    return segmenter.segment(PostingBody.ofPlainText(text)).stream()
        .map(SegmentFeaturesTest::withMarks)
        .toList();
  }

  private static List<String> withMarks(Segment segment) {
    List<String> features = new java.util.ArrayList<>(SegmentFeatures.of(segment));
    features.add(segment.section().name());
    features.add(segment.kind().name());
    return features;
  }
}
