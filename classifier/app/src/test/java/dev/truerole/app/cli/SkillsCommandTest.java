package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.ENGINEER;
import static dev.truerole.app.cli.Postings.row;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillsCommandTest {

  @TempDir Path folder;

  @Test
  void theTableNamesSkillsPairsAndRoles() {
    Cli.Result result = Cli.run("skills", "--quiet", Cli.EXAMPLES);
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Python", "Together", "Speaks for ML Engineer")
        .doesNotContain("\u001B");
  }

  @Test
  void jsonCountsEveryPosting() throws IOException {
    Cli.Result result =
        Cli.run("skills", "--quiet", "--format", "json", "--top", "3", Cli.EXAMPLES);
    JsonNode tables = new ObjectMapper().readTree(result.out());
    int files;
    try (var paths = Files.walk(Path.of(Cli.EXAMPLES.toString()))) {
      files = (int) paths.filter(Files::isRegularFile).count();
    }
    assertThat(tables.get("postings").asInt()).isEqualTo(files);
    assertThat(tables.get("skills")).hasSize(3);
    JsonNode first = tables.get("skills").get(0);
    assertThat(first.get("postings").asInt())
        .isEqualTo(
            first.get("required").asInt()
                + first.get("preferred").asInt()
                + first.get("mentioned").asInt());
  }

  @Test
  void csvHasOneHeaderAndAsManyCellsInEveryRow() {
    Path output = folder.resolve("skills.csv");
    Cli.Result result = Cli.run("skills", "--quiet", "--output", output, Cli.EXAMPLES);
    assertThat(result.code()).isZero();
    assertThat(output)
        .content()
        .startsWith("table,skill,other,role,level,postings,lift,log_odds,low,high")
        .contains("level,Python,,,required,");
  }

  @Test
  void wrongUseIsTold() {
    assertThat(Cli.run("skills").code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(Cli.run("skills", "--top", "0", Cli.EXAMPLES).code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(Cli.run("skills", "--format", "xml", Cli.EXAMPLES).code())
        .isEqualTo(ExitCodes.WRONG_USE);
  }

  @Test
  void whatFailedIsNamedAndTheRestCounted() throws IOException {
    Path rows = write(folder.resolve("rows.jsonl"), row("a", ENGINEER), "{broken");
    Cli.Result result = Cli.run("skills", "--quiet", rows);
    assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err()).contains("rows.jsonl:2");
    assertThat(result.out()).contains("Skills in 1 postings");
  }
}
