package dev.truerole.classifier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Folds;
import dev.truerole.classifier.train.Label;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {

  private static final Segmenter SEGMENTER = Segmenter.load();

  @Test
  void smallPartsArePooledAndNoneIsLost() {
    List<CorpusPosting> postings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      postings.add(posting(i, "large", "2024-05", "Lumen " + i));
    }
    for (int i = 120; i < 150; i++) {
      postings.add(posting(i, i % 2 == 0 ? "small" : "", "2026", "Lumen " + i));
    }
    List<Prediction> right =
        postings.stream()
            .map(p -> new Prediction(Map.of(Role.ML_ENGINEER, 1.0), 0.1, 1, 1, List.of()))
            .toList();
    Map<String, Map<String, Evaluation>> slices = Slices.of(postings, right);
    assertThat(slices).containsOnlyKeys("source", "era", "length");
    assertThat(slices.get("source")).containsOnlyKeys("large", Slices.REST);
    slices
        .values()
        .forEach(
            parts ->
                assertThat(parts.values().stream().mapToInt(Evaluation::postings).sum())
                    .isEqualTo(150));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-31, before 2025",
    "2025, 2025 and later",
    "'Posted on 3 May 2026', 2025 and later",
    "'3 days ago', undated",
    "'', undated"
  })
  void erasAreToldByTheYear(String date, String era) {
    assertThat(Slices.era(posting(1, "x", date, "Lumen"))).isEqualTo(era);
  }

  /** What is tested must not be learned from, nor anything of its companies. */
  @Test
  void testedPostingsShareNothingWithLearnedOnes() {
    List<CorpusPosting> postings =
        List.of(
            posting(1, "new", "2026", "Lumen"),
            posting(2, "old", "2020", "Lumen"),
            posting(3, "old", "2020", "Harrow"),
            posting(4, "new", "2026", "Tidewater"));
    Folds.Parted parted = Folds.apart(postings, posting -> posting.source().equals("new"));
    assertThat(parted.tested()).containsExactly(postings.get(0), postings.get(3));
    assertThat(parted.learned()).containsExactly(postings.get(2));
  }

  private static CorpusPosting posting(int number, String source, String date, String company) {
    String words = "Task " + Integer.toString(number * 7919, 36) + " of house " + number * 31;
    PostingBody body = PostingBody.ofPlainText(words);
    Label label = new Label(Role.ML_ENGINEER, 0.1, 2);
    return new CorpusPosting(
        new JobPosting(PostingId.of("p" + number), null, company, null, date, body),
        SEGMENTER.segment(body),
        label,
        label,
        source,
        null);
  }
}
