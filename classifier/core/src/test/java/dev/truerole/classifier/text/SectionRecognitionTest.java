package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.PostingBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionRecognitionTest {

  private static final Segmenter SEGMENTER = Segmenter.load();

  @ParameterizedTest
  @CsvSource({
    "Essential Duties, RESPONSIBILITIES",
    "Essential Job Functions, RESPONSIBILITIES",
    "Duties and Responsibilities, RESPONSIBILITIES",
    "Required Qualifications, REQUIREMENTS",
    "You could be a great fit if, REQUIREMENTS",
    "The skill set, REQUIREMENTS",
    "Nice if you have, PREFERRED",
    "Great to have, PREFERRED",
    "What sets you apart, PREFERRED",
    "Signing bonus, BENEFITS",
    "What we have to offer, BENEFITS",
    "What Fernhill can offer you, BENEFITS",
    "Company overview, COMPANY",
    "Our tech stack, RESPONSIBILITIES"
  })
  void aHeadingOpensItsSection(String heading, Section section) {
    assertThat(segments(heading + ":\n- Something else here\n- And more").get(1).section())
        .isEqualTo(section);
  }

  @Test
  void titleCaseLinesAreHeadings() {
    assertThat(
            segments("Intro line.\n\nRequired Technical And Professional Expertise\n\nSQL at work.")
                .get(1)
                .kind())
        .isEqualTo(Segment.Kind.HEADING);
  }

  @Test
  void subheadingsKeepTheSection() {
    Segment segment = segments("Requirements:\n- Python\n\nCloud:\n- Anything will do").get(3);
    assertThat(segment.section()).isEqualTo(Section.REQUIREMENTS);
    assertThat(segment.isHeaded()).isFalse();
  }

  @Test
  void aListItemMayBeAHeading() {
    List<Segment> segments = segments("Requirements:\n- Python\n- Preferred:\n- Scala");
    assertThat(segments)
        .extracting(Segment::section)
        .endsWith(Section.PREFERRED, Section.PREFERRED);
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    assertThat(segments("We like stores (e.g. Neo4j, Mongo) for graphs. And tea.")).hasSize(2);
  }

  @Test
  void aLostLineBreakIsFoundBeforeAWish() {
    assertThat(segments("Requirements: fluent SQLExperience with maps")).hasSize(3);
  }

  private static List<Segment> segments(String text) {
    return SEGMENTER.segment(PostingBody.ofPlainText(text));
  }
}
