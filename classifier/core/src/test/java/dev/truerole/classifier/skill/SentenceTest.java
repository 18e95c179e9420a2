package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences as postings write them, with what they ask. */
class SentenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          5+ years of Python => Python required 5
          3-5 years of SQL => SQL required 3
          3 to 5 years of SQL => SQL required 3
          At least two years of Scala => Scala required 2
          Minimum of four years using Tableau => Tableau required 4
          Two (2) or more years with Java => Java required 2
          Over 6 years in machine learning => machine learning required 6
          Python (3 years) => Python required 3
          Python, 3 years; SQL => Python required 3, SQL required
          Kubernetes: 2+ years => Kubernetes required 2
          SQL for at least three years => SQL required 3
          2+ years of Python and SQL => Python required 2, SQL required 2
          2+ years of Python, SQL or R => Python required 2, SQL required 2, R required 2
          7 yrs of Docker => Docker required 7
          One year of Go and Git => Go required 1, Git required 1
          Up to five years of Python => Python required
          4 years of Docker, and 2 years of Kubernetes => Docker required 4, Kubernetes required 2
          10+ years building software with Java => Java required 10
          Five years' experience with PostgreSQL => PostgreSQL required 5
          Python 3 and Docker => Python required, Docker required
          60 years of Python folklore => Python required
          """)
  void yearsGoToTheirSkill(String wish, String expected) {
    assertThat(Reading.inWords("Requirements:\n- " + wish + "\n- Patience")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Python or R => Python: R | R: Python
          Python and SQL => Python: | SQL:
          Python, Java or Scala => Python: Java Scala | Java: Python Scala | Scala: Java Python
          Python, Java, or Scala => Python: Java Scala | Java: Python Scala | Scala: Java Python
          Python and Java or Scala => Python: | Java: Scala | Scala: Java
          Python/R => Python: R | R: Python
          Docker and/or Kubernetes => Docker: Kubernetes | Kubernetes: Docker
          Libraries such as PyTorch and scikit-learn => PyTorch: scikit-learn | scikit-learn: PyTorch
          Clouds (e.g. AWS, Azure, GCP) => AWS: Azure GCP | Azure: AWS GCP | GCP: AWS Azure
          Stores like PostgreSQL, NoSQL => PostgreSQL: NoSQL | NoSQL: PostgreSQL
          One of Python, Java and Go => Python: Go Java | Java: Go Python | Go: Java Python
          Tools, for example Git, Docker => Git: Docker | Docker: Git
          SQL, plus Tableau or draw.io => SQL: | Tableau: draw.io | draw.io: Tableau
          Either Java or Scala; Git => Java: Scala | Scala: Java | Git:
          SQL, Git, Docker => SQL: | Git: | Docker:
          Azure & Docker => Azure: | Docker:
          Java with Git or, better, Docker => Java: | Git: | Docker:
          """)
  void alternativesStandForOneAnother(String wish, String expected) {
    String text = "Requirements:\n- " + wish;
    String found =
        Reading.skills(text).stream()
            .map(
                skill ->
                    named(skill.skill().name())
                        + ":"
                        + skill.alternatives().stream()
                            .map(SentenceTest::named)
                            .sorted()
                            .map(name -> " " + name)
                            .collect(Collectors.joining()))
            .collect(Collectors.joining(" | "));
    assertThat(found).isEqualTo(expected);
  }

  private static String named(String skill) {
    return skill
        .replace("Amazon Web Services", "AWS")
        .replace("Microsoft Azure", "Azure")
        .replace("Google Cloud Platform", "GCP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Go-to-market plans with SQL => SQL
          You go to the office => nothing
          Red flags and R&D => nothing
          C-level talks => nothing
          You excel in teams => nothing
          To excel at sales, use SQL => SQL
          Java developers sit upstairs => nothing
          SQL Server => SQL Server
          NoSQL => NoSQL
          JavaScript => JavaScript
          Plan C follows => nothing
          Write to jobs@python.org => nothing
          See www.docker.com for more => nothing
          Docker swarms of bees => Docker
          Our React to feedback => React
          ReAct prompting => ReAct
          scikit learn => scikit-learn
          Scikit-Learn => scikit-learn
          K8s => Kubernetes
          AWS SageMaker => Amazon Web Services, Amazon SageMaker
          CI / CD => CI/CD
          RESTful APIs => REST API
          Node.js, JSON => Node.js, JSON
          C++, C# => C++, C#
          A/B tests => A/B testing
          the S3X series => nothing
          visualisation of data, data visualisation => data visualization
          """)
  void trapsAreNoSkills(String wish, String expected) {
    assertThat(Reading.names("Requirements:\n- " + wish + "\n- Patience")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Benefits:\\n- Strong proficiency in Scala => Scala required
          Benefits:\\n- We offer courses in Scala => nothing
          Benefits:\\n- 3+ years of experience with Docker => Docker required 3
          About us\\n\\nWe have ten years of experience in machine learning. => nothing
          About us\\n\\nKnowledge of SQL and a calm hand. => SQL required
          Preferred Skills (Bonuses)\\n\\n- Docker => Docker preferred
          This role requires\\n\\n- Keeping up with Docker => Docker required
          You will have:\\n- Docker => Docker required
          You'll need:\\n- Docker => Docker required
          Your to-do list:\\n- Write Docker files => Docker mentioned
          Even better if you have:\\n- Docker => Docker preferred
          Responsibilities\\n\\n- 5+ years of experience with SQL => SQL required 5
          Responsibilities\\n\\n- Working familiarity with SQL => SQL required
          Responsibilities\\n\\n- Look after SQL and our data assets => SQL mentioned
          Requirements:\\n- Python and Java are assets => Python preferred, Java preferred
          Requirements:\\n- Tools like Docker, Git, etc. are a plus => Docker preferred, Git preferred
          Requirements:\\n- SQL, R, etc. is strongly desired => SQL preferred, R preferred
          Requirements:\\n- Python preferred Advanced SQL required => SQL required, Python preferred
          Requirements:\\n- Fluency in Python preferred Proven SQL => SQL required, Python preferred
          Requirements\\n\\nSolid Python. Even better if you have… • Docker => Python required, Docker preferred
          You will keep Docker running. RequirementsSolid SQL. Preferred QualificationsScala at work. => SQL required, Scala preferred, Docker mentioned
          ResponsibilitiesKeep Docker running.Requirements3+ years of SQL => SQL required 3, Docker mentioned
          strong sql.have used docker.knowledge of git is a plus. => SQL required, Git preferred, Docker mentioned
          requirements:\\n- python, go, aws => Python required, Go required, Amazon Web Services required
          requirements:\\n- you go far => nothing
          """)
  void headingsAndBrokenTextsAreRead(String text, String expected) {
    assertThat(Reading.inWords(text.replace("\\n", "\n"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Python, Zylo and Docker => Python, Zylo, Docker
          Tableau, QuuxBoard => Tableau, QuuxBoard
          Docker, Git and Vex4 => Docker, Git, Vex4
          Docker (Zylo, Git) => Docker, Zylo, Git
          Python/Zylo => Python, Zylo
          Python, English and patience => Python
          Python and Communication => Python
          Python, Statistics, Economics => Python
          Zylo at the start of nothing => nothing
          machine learning, Gardening => machine learning
          Python, zylo, Docker and Zylo => Python, Docker
          Python, DOCKER => Python, Docker
          Docker, GIT, ZYLO => Docker, Git, ZYLO
          Python. Zylo is our town. => Python
          """)
  void namesAmongKnownOnesAreFound(String wish, String expected) {
    assertThat(Reading.names("Requirements:\n- " + wish)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Requirements:\\n- Python => Requirements:
          Requirements:\\n- Python is a must => is a must
          Requirements:\\n- Experience with Python => Experience
          Requirements:\\n- 5+ years of Python => 5+ years of
          Requirements:\\n- Python is a plus => a plus
          Nice to have\\n\\n- Python => Nice to have
          Duties:\\n- Write Python => Duties:
          Requirements:\\n- Patience\\n\\nProgramming:\\n- Python => Requirements:
          Ideally you write Python. => Ideally
          You must have Python. => must have
          Our Python runs well today. => none
          """)
  void theReasonIsQuoted(String text, String expected) {
    String posting = text.replace("\\n", "\n");
    String reason =
        Reading.skills(posting).stream()
            .map(skill -> skill.reason() == null ? "none" : skill.reason().of(posting))
            .collect(Collectors.joining(", "));
    assertThat(reason.isEmpty() ? "none" : reason).isEqualTo(expected);
  }
}
