package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskReaderTest {

  private static final AskReader ASKS = new AskReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Requirements:\\n- 5+ years of experience in forestry => 5 "5+ years"
          Requirements:\\n- Experience: at least three years => 3 "three years"
          Requirements:\\n- 2 years of SQL\\n- 6 years of industry experience => 6 "6 years"
          Requirements:\\n- A PhD and 1 year or a Master's and 3 years of experience => 1 "1 year", MASTER "Master's"
          Requirements:\\n- Ten years of experience preferred => nothing
          Nice to have:\\n- 5 years of experience => nothing
          About us\\n\\nFor 20 years we have worked with wood. => nothing
          Over the last 3 years our work has grown. => nothing
          Requirements:\\n- Bachelor's degree in botany => BACHELOR "Bachelor's degree"
          Requirements:\\n- BS, MS or PhD in botany => BACHELOR "BS"
          Requirements:\\n- B.Sc. in botany => BACHELOR "B.Sc."
          Requirements:\\n- M.S. in botany, Ph.D. preferred => MASTER "M.S."
          Requirements:\\n- A Ph.D. in botany => DOCTORATE "Ph.D."
          Requirements:\\n- MS Excel and master data => nothing
          Requirements:\\n- Scrum master => nothing
          Requirements:\\n- High school diploma => HIGH_SCHOOL "High school"
          Requirements:\\n- Associate's degree => ASSOCIATE "Associate's degree"
          We seek a Senior Data Scientist for our mill. => SENIOR "Senior Data Scientist"
          This is an entry-level position. => JUNIOR "entry-level"
          As a Staff Engineer you keep watch. => STAFF "Staff Engineer"
          You mentor junior engineers and report to a Lead Engineer. => nothing
          Salary: $90,000 - $120,000 per year => 90000-120000 USD year "$90,000 - $120,000"
          We pay £60k. => 60000-60000 GBP null "£60k"
          The pay range is $100-170k a year. => 100000-170000 USD year "$100-170k"
          Rate: €45 to €60 per hour => 45-60 EUR hour "€45 to €60"
          We raised $12 million. => nothing
          You get a $500 home allowance. => nothing
          This role is fully remote. => REMOTE "remote"
          Remote sensing of forests is our work. => nothing
          Hybrid work, two days in the office. => HYBRID "Hybrid"
          You will work with hybrid cloud. => nothing
          The position is onsite in Leeds. => ONSITE "onsite"
          A gym on site is part of our offer to everybody who joins. => nothing
          """)
  void readsWhatIsStated(String text, String expected) {
    String posting = text.replace("\\n", "\n");
    Asks asks = ASKS.read(posting, Reading.segments(posting));
    String found =
        Stream.of(asks.yearsMin(), asks.degree(), asks.seniority(), asks.salary(), asks.workplace())
            .filter(Objects::nonNull)
            .map(stated -> words(stated.value()) + " \"" + stated.span().of(posting) + "\"")
            .collect(Collectors.joining(", "));
    assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"$1 - ", "5 years ", "PhD or ", "remote ", "Senior "})
  void longTextsAreReadOnce(String piece) {
    String posting = piece.repeat(5000);
    Asks asks = ASKS.read(posting, Reading.segments(posting));
    List<Span> spans =
        Stream.of(asks.yearsMin(), asks.degree(), asks.salary(), asks.workplace())
            .filter(Objects::nonNull)
            .map(Stated::span)
            .toList();
    assertThat(spans).allMatch(span -> span.end() <= posting.length());
  }

  private static String words(Object value) {
    return value instanceof Asks.Salary pay
        ? pay.min() + "-" + pay.max() + " " + pay.currency() + " " + pay.period()
        : String.valueOf(value);
  }
}
