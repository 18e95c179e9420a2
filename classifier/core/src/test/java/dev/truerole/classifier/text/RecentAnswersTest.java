package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

  private final RecentAnswers<Integer> answers = new RecentAnswers<>();

  @Test
  void asksOnceForAStringThatIsAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      int length =
          answers.of(
              "Requirements",
              words -> {
                asked.incrementAndGet();
                return words.length();
              });
      assertThat(length).isEqualTo(12);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void neverMixesUpStringsThatShareAPlace() {
    IntStream.range(0, 100_000)
        .map(i -> i % 40_000)
        .parallel()
        .forEach(i -> assertThat(answers.of("heading " + i, words -> i)).isEqualTo(i));
  }
}
