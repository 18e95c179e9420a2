package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.text.Segment;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the work inside a segment costs, time is linear as long as segments are bounded, each is
 * read once, and what is found in one does not depend on the others.
 */
class LinearTimeTest {

  /** The segmenter's promise. */
  private static final int MAX_TOKENS = 60;

  private static final int REPEATS = 2000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Python, ",
        "machine learning ",
        "R and Go, (C) ",
        "5 years of SQL preferred. ",
        "a plus ",
        "( ",
        "must have ",
        "data scientist lead ",
        "x@",
        "- ",
        "1 year ",
        "SQL\n",
        "- Python (preferred)\n",
        "Nice to have: Git. "
      })
  void readsEachBoundedSegmentOnce(String piece) {
    String text = "Requirements:\n" + piece.repeat(REPEATS);
    List<Segment> segments = Reading.segments(text);
    assertThat(segments)
        .allSatisfy(s -> assertThat(s.tokens()).hasSizeLessThanOrEqualTo(MAX_TOKENS));
    Counted counted = new Counted(segments);
    List<RequiredSkill> together = Reading.EXTRACTOR.extract(text, counted);
    assertThat(counted.reads).isLessThanOrEqualTo(segments.size());
    assertThat(mentions(together))
        .isEqualTo(
            segments.stream()
                .mapToInt(s -> mentions(Reading.EXTRACTOR.extract(text, List.of(s))))
                .sum());
  }

  private static int mentions(List<RequiredSkill> skills) {
    return skills.stream().mapToInt(found -> found.mentions().size()).sum();
  }

  /** Segments that count how often one is asked for. */
  private static final class Counted extends AbstractList<Segment> {
    private final List<Segment> segments;
    private int reads;

    private Counted(List<Segment> segments) {
      this.segments = segments;
    }

    @Override
    public Segment get(int index) {
      reads++;
      return segments.get(index);
    }

    @Override
    public int size() {
      return segments.size();
    }
  }
}
