package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          5+ years of Python => Python required 5
          5 or more years of hands-on experience with Python => Python required 5
          3-5 years experience with SQL => SQL required 3
          3 – 5 years’ experience in SQL => SQL required 3
          At least two years using Docker => Docker required 2
          Minimum of four (4) years of professional Java => Java required 4
          2+ yrs Tableau => Tableau required 2
          Python (3+ years) => Python required 3
          Python: 3 years => Python required 3
          SQL, 3 years => SQL required 3
          Tableau, SQL, 5 years of experience => Tableau required, SQL required
          Python for at least 2 years => Python required 2
          5+ years of Python and SQL => Python required 5, SQL required 5
          4 years of Java, Scala or Go => Java required 4, Scala required 4, Go required 4
          5+ years of Python, 2+ years of SQL => Python required 5, SQL required 2
          Java: 6 years; Git: 1 year => Java required 6, Git required 1
          5+ years of Python and experience with SQL => Python required 5, SQL required
          7 years in the trade, Python and SQL => Python required, SQL required
          6 years as an analyst, plus Tableau => Tableau required
          Three years with Python; Docker is a plus => Python required 3, Docker preferred
          Up to 3 years of Python => Python required
          Python, made 75 years of our work lighter => Python required
          2 years of machine learning in Python => machine learning required 2, Python required 2
          """)
  void governTheSkillsRightBesideThem(String wish, String expected) {
    assertThat(Reading.inWords("Requirements:\n- " + wish + "\n- Patience")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Requirements:\\n- 2 years of Python\\n\\nNice to have:\\n- 5 years of Python => Python required 2
          We have shipped Python for 10 years. => nothing
          """)
  void areTheLeastAsked(String text, String expected) {
    assertThat(Reading.inWords("About us\n\n" + text.replace("\\n", "\n"))).isEqualTo(expected);
  }
}
