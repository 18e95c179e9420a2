package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The taxonomy that comes with the product. */
class ShippedTaxonomyTest {

  private static final int FEWEST_SKILLS = 3_000;

  private static SkillTaxonomy taxonomy;
  private static SkillExtractor extractor;

  @BeforeAll
  static void load() throws IOException {
    taxonomy =
        SkillTaxonomy.load(Path.of(System.getProperty("truerole.home"), "training-data", "skills"));
    extractor = new SkillExtractor(taxonomy);
  }

  @Test
  void holdsManySkillsOfEveryKind() {
    assertThat(taxonomy.skills()).hasSizeGreaterThan(FEWEST_SKILLS);
    assertThat(taxonomy.skills()).extracting(Skill::kind).contains(Skill.Kind.values());
    assertThat(taxonomy.skills()).extracting(Skill::name).doesNotHaveDuplicates();
  }

  @Test
  void everyNameWithoutARuleFindsItsSkill() {
    SkillExtractor all = SkillExtractor.withSoftSkills(taxonomy);
    for (TaxonomyRow row : taxonomy.rows()) {
      boolean free = row.rule().equals(MatchRule.parse(""));
      for (TaxonomyRow.Alias alias : free ? row.aliases() : List.<TaxonomyRow.Alias>of()) {
        assertThat(find(all, "Requirements:\n- " + alias.words()))
            .as(alias.words())
            .contains(row.skill().name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Python, R and SQL => Python, R, SQL
          A generous R&D budget => nothing
          Go-to-market planning with partners => nothing
          Services in Go, Java and Rust => Golang, Java, Rust
          Excel in a busy kitchen => nothing
          Excel and PowerPoint => Microsoft Excel, Microsoft PowerPoint
          C, C++ => C, C++
          A SQL Server at the back => Microsoft SQL Server
          JavaScript only => JavaScript
          Red flags in a CV => nothing
          AWS SageMaker => Amazon Web Services, Amazon SageMaker
          Lunch with a Python developer => nothing
          Python/Scala/Java => Python, Scala, Java
          Python 3 => Python
          Large language models (LLMs) => large language models
          PySpark and Airflow => PySpark, Apache Airflow
          TensorFlow/Keras => TensorFlow, Keras
          Linux/Unix => Linux, Unix
          PL/SQL => PL/SQL
          A wise word from the spring of life => nothing
          """)
  void readsTheUsualTraps(String words, String expected) {
    String found = find("Requirements:\n- " + words).stream().collect(Collectors.joining(", "));
    assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/skill/ambiguous-names.tsv", delimiter = '\t', numLinesToSkip = 1)
  void tellsASkillFromTheWordItIsNamedAfter(String skill, String sentence, String expected) {
    assertThat(find("Requirements:\n- " + sentence).contains(skill) ? "yes" : "no")
        .as(sentence)
        .isEqualTo(expected);
  }

  @Test
  void namesNoTraitOfCharacterUnlessAsked() {
    String traits = "Requirements:\n- Communication, mentoring and Python";
    assertThat(find(traits)).containsExactly("Python");
    assertThat(find(SkillExtractor.withSoftSkills(taxonomy), traits))
        .containsExactlyInAnyOrder("communication", "mentoring", "Python");
  }

  private static List<String> find(String text) {
    return find(extractor, text);
  }

  private static List<String> find(SkillExtractor extractor, String text) {
    return extractor.extract(text, Reading.segments(text)).stream()
        .map(found -> found.skill().name())
        .toList();
  }
}
