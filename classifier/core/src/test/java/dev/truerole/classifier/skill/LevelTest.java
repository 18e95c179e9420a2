package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Requirements:\\n- Python and SQL every day => Python required, SQL required
          Qualifications\\n\\n- Familiarity with Docker => Docker required
          What you bring\\n\\n- A good hand at Tableau => Tableau required
          Nice to have:\\n- Go or Scala => Go preferred, Scala preferred
          Preferred Qualifications\\n\\n- Some Kubernetes exposure => Kubernetes preferred
          What you will do\\n\\n- Train PyTorch networks for our robots => PyTorch mentioned
          Responsibilities:\\n- Keep the Python services healthy => Python mentioned
          Essential Duties\\n\\nMaintain Tableau workbooks for the depot => Tableau mentioned
          Our tech stack:\\n- Python, Go, PostgreSQL => Python mentioned, Go mentioned, PostgreSQL mentioned
          About us\\n\\nOur shop was built on Java by forty people. => nothing
          Benefits:\\n- A budget for AWS exams and books => nothing
          Requirements:\\n- Preferred:\\n- Scala\\n- Docker => Scala preferred, Docker preferred
          Requirements:\\n- Python\\n\\nProgramming:\\n- Scala => Python required, Scala required
          """)
  void comesFromTheSection(String text, String expected) {
    assertThat(Reading.inWords(text.replace("\\n", "\n"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Docker is a plus => Docker preferred
          Experience with Docker is a big plus. => Docker preferred
          Docker would be an advantage => Docker preferred
          Some Docker, considered a real asset => Docker preferred
          Docker nice to have => Docker preferred
          Nice to have: Docker, Git; Tableau => Docker preferred, Git preferred, Tableau preferred
          Ideally Docker and Git => Docker preferred, Git preferred
          Bonus points for Docker => Docker preferred
          Knowledge of Docker is desirable => Docker preferred
          Docker (preferred) => Docker preferred
          Docker is not required => Docker preferred
          Docker, though optional => Docker preferred
          Python required, Docker preferred => Python required, Docker preferred
          Python is a must, Docker a plus => Python required, Docker preferred
          Must know Python, Docker is a bonus => Python required, Docker preferred
          Python; experience with Go is a plus => Python required, Go preferred
          Strong Python, familiarity with Tableau is a plus => Python required, Tableau preferred
          Python and ideally Scala => Python required, Scala preferred
          Python, Docker (preferred) => Python required, Docker preferred
          Azure or AWS (preferred) => Microsoft Azure required, Amazon Web Services preferred
          A cloud platform, preferably AWS => Amazon Web Services preferred
          Solid SQL, but Tableau is only nice to have => SQL required, Tableau preferred
          Strong SQL skills (we use PostgreSQL) are a plus => SQL preferred, PostgreSQL preferred
          Python, with prior exposure to Spark desirable => Python required, Apache Spark preferred
          Experience with Python, Java, or Scala preferred => Python preferred, Java preferred, Scala preferred
          Good knowledge of SQL, Tableau experience not required => SQL required, Tableau preferred
          Bonus points for experience and knowledge in NLP => natural language processing preferred
          Python or R, either will do => Python required, R required
          Cloud skills such as AWS, e.g. SageMaker => Amazon Web Services required, Amazon SageMaker required
          """)
  void softensOnlyItsOwnClause(String wish, String expected) {
    assertThat(Reading.inWords("Requirements:\n- " + wish + "\n- Patience")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          You must know Python before you start. => Python required
          Proficiency in SQL and a calm voice. => SQL required
          Build dashboards; Tableau is mandatory. => Tableau required
          The candidate will have experience with Docker. => Docker required
          Strong Python and a head for numbers => Python required
          Write Python jobs that meet the required standards. => Python mentioned
          Share our long experience with Spark across teams. => Apache Spark mentioned
          Move reports to Tableau, which our partners prefer. => Tableau mentioned
          Ideally you already write Scala. => Scala preferred
          """)
  void proseAmongDutiesMayDemand(String sentence, String expected) {
    assertThat(Reading.inWords("Responsibilities:\n- " + sentence + "\n- Other things"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          At Fernhill you have experience with SQL and enjoy tidy tables. => SQL required
          We need four years of Python. Docker is a plus. => Python required 4, Docker preferred
          We are a bakery group. You must know SQL. Tableau would be nice. => SQL required, Tableau preferred
          We use Kafka and PostgreSQL. You have strong Java skills. => Java required, PostgreSQL mentioned
          The team is small. Requirements: Python and Git. Nice to have: Docker. => Python required, Git required, Docker preferred
          you will label images. requirements: solid python. preferred: docker. => Python required, Docker preferred
          You will train PyTorch models.Experience with Docker is required. => Docker required, PyTorch mentioned
          Requirements: fluent SQLExperience with Git => SQL required, Git required
          """)
  void needsNoLineBreaks(String text, String expected) {
    assertThat(Reading.inWords(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Our platform, written in Java, serves nine harbours. => nothing
          You should know Java, as our platform is written in it. => Java required
          Our stack: Go, PostgreSQL => Go mentioned, PostgreSQL mentioned
          """)
  void companyTextSpeaksOnlyToTheCandidate(String sentence, String expected) {
    assertThat(Reading.inWords("About us\n\n" + sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Responsibilities:\\n- Python jobs\\n\\nRequirements:\\n- Python => Python required
          Nice to have:\\n- SQL\\n\\nWhat you will do:\\n- Write SQL => SQL preferred
          Requirements:\\n- Docker\\n\\nNice to have:\\n- Docker in production => Docker required
          """)
  void theStrongestMentionWins(String text, String expected) {
    assertThat(Reading.inWords(text.replace("\\n", "\n"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Python, SQL, Docker => Python required, SQL required, Docker required
          Containers: Docker => Docker required
          Docker runs in our lighthouse these days => Docker mentioned
          Draw Tableau boards => Tableau mentioned
          """)
  void aBareListWithoutAnyHeadingIsAWish(String line, String expected) {
    assertThat(Reading.inWords(line)).isEqualTo(expected);
  }
}
