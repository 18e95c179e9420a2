package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillTaxonomyTest {

  @TempDir Path directory;

  @Test
  void readsEveryFileInTheOrderOfNames() throws IOException {
    write("b.tsv", "SQL\tlanguage\tquery\t\t");
    write("a.tsv", "Docker\ttool\tcontainers\tdocker engine\tcase; next!=-,&");
    Files.writeString(directory.resolve("notes.md"), "not a taxonomy");
    assertThat(SkillTaxonomy.load(directory).skills())
        .containsExactly(
            new Skill("Docker", Skill.Kind.TOOL, "containers"),
            new Skill("SQL", Skill.Kind.LANGUAGE, "query"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          SQL~language~query~ => 4 columns instead of 5
          SQL~language~query~~~ => 6 columns instead of 5
          SQL~idiom~query~~ => kind 'idiom' is none of
          ~language~query~~ => blank
          SQL~language~~~ => blank
          SQL~language~query~sequel||~ => alias '' is empty or padded
          SQL~language~query~ sequel~ => alias ' sequel' is empty or padded
          SQL~language~query~-~ => alias '-' is empty or padded
          SQL~language~query~sequel|Sequel~ => alias 'Sequel' stands twice
          SQL~language~query~a b c d e f g~ => over 6 words
          SQL~language~query~~near=java => unknown rule clause 'near=java'
          SQL~language~query~~case=yes => unknown rule clause 'case=yes'
          SQL~language~query~~next => unknown rule clause 'next'
          SQL~language~query~~case; case => 'case' stands twice
          SQL~language~query~~with= => is no word
          SQL~language~query~~with=java,Go => 'Go' is no word
          SQL~language~query~~with=big data => 'big data' is no word
          """)
  void refusesMalformedRowsNamingFileAndLine(String row, String complaint) throws IOException {
    write("x.tsv", "Git\ttool\tcode\t\t\n" + row.replace('~', '\t'));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SkillTaxonomy.load(directory))
        .withMessageContaining("x.tsv:3")
        .withMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({"sql", "S-Q-L|sequel", "Structured-Query Language"})
  void refusesANameThatAnotherSkillHas(String alias) {
    List<String> rows =
        List.of(
            "SQL\tlanguage\tquery\tS Q L|structured query language\t",
            "Other\ttool\tquery\t" + alias + "\t");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SkillTaxonomy.of(rows))
        .withMessageStartingWith("row 2: ")
        .withMessageContaining("already names 'SQL'");
  }

  @Test
  void letsCaseTellTwoSkillsApart() {
    assertThat(
            SkillTaxonomy.of(List.of("React\tlibrary\tweb\t\t", "ReAct\tmethod\tagents\t\tcase"))
                .skills())
        .hasSize(2);
  }

  @Test
  void refusesAFileWithoutHeader() throws IOException {
    Files.writeString(directory.resolve("x.tsv"), "SQL\tlanguage\tquery\t\t\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SkillTaxonomy.load(directory))
        .withMessageContaining("x.tsv:1")
        .withMessageContaining("header");
  }

  @Test
  void refusesADirectoryWithoutSkills() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SkillTaxonomy.load(directory))
        .withMessageContaining("no skills");
  }

  @Test
  void takesACommaInAWordsPlaceForTheCommaItself() {
    assertThat(MatchRule.parse("next!=,,co; prev=a,,,b").notNext())
        .containsExactlyInAnyOrder(",", "co");
    assertThat(MatchRule.parse("prev=a,,,b").previous()).containsExactlyInAnyOrder("a", ",", "b");
  }

  private void write(String file, String rows) throws IOException {
    Files.writeString(directory.resolve(file), TaxonomyRow.HEADER + "\n" + rows + "\n");
  }
}
