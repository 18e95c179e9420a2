package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a data scientist here | a _ here",
        "Senior Data Scientists wanted | _ wanted",
        "our Machine Learning Engineers ship | our _ ship",
        "an ML/AI engineer joins | an _ joins",
        "a full-stack developer too | a _ too",
        "Sr. Data Analyst in Leeds | _ in Leeds",
        "Staff ML-Ops Engineer needed | _ needed",
        "R&D Data & AI Architects | R & D _",
        "data scientist/machine learning engineer | _ / _",
        "Lead NLP Research Scientist, Speech | _ , Speech",
        "engineers and analysts talk | _ and _ talk",
        "data science with learning rates | data science with learning rates",
        "software, platform and cloud | software , platform and cloud",
        "machine learning / | machine learning /"
      })
  void roleNamesAreFound(String text, String masked) {
    assertThat(mask(text)).isEqualTo(masked);
  }

  /** The words with each name as one underscore. */
  private static String mask(String text) {
    List<Token> tokens = new Tokenizer().tokenize(text);
    Segment segment =
        new Segment(Segment.Kind.SENTENCE, 0, text.length(), Section.OTHER, null, tokens);
    StringBuilder masked = new StringBuilder();
    int i = 0;
    while (i < tokens.size()) {
      int end = RoleNames.end(segment, i);
      masked.append(end > i ? "_" : tokens.get(i).of(text)).append(' ');
      i = Math.max(i + 1, end);
    }
    return masked.toString().strip();
  }
}
