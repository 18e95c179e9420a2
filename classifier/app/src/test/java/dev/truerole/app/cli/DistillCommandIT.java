package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.read;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a teacher and postings to a student that answers; the shipped model is the teacher. */
class DistillCommandIT {

  private static final Path TEACHER = Cli.HOME.resolve("models/role");
  private static final int POSTINGS = 48;
  private static final int LABELLED = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path data;

  /** A file of authored postings, the first of which keep their labels. */
  @BeforeEach
  void writePostings() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line :
        read(Cli.HOME.resolve("training-data/postings/commerce.jsonl")).lines().toList()) {
      ObjectNode row = (ObjectNode) JSON.readTree(line);
      if (rows.size() >= LABELLED) {
        row.remove(List.of("role", "scope", "ds_share", "confidence"));
      }
      rows.add(JSON.writeValueAsString(row));
    }
    data = write(folder.resolve("postings.jsonl"), rows.toArray(String[]::new));
    assertThat(rows).hasSize(POSTINGS);
  }

  private Cli.Result distill(Path output, Object... more) {
    List<Object> args =
        new ArrayList<>(List.of("distill", "--teacher", TEACHER, "--data", data, "--epochs", "2"));
    args.addAll(List.of("--output", output));
    args.addAll(List.of(more));
    return Cli.run(args.toArray());
  }

  @Test
  void aStudentAnswers() {
    Path student = folder.resolve("student");
    Cli.Result result = distill(student);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("48 postings, 16 labelled", "asking the teacher about 32 of 32 postings");
    assertThat(student.resolve("teacher-scores.jsonl")).exists();
    Cli.Result answer =
        Cli.run(
            "classify",
            "--model",
            student,
            "--format",
            "json",
            Cli.HOME.resolve("training-data/examples/growth-analytics.txt"));
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("\"role\"");
  }

  @Test
  void whatTheTeacherSaidIsKept() throws IOException {
    Path scores = folder.resolve("scores.jsonl");
    assertThat(distill(folder.resolve("first"), "--scores", scores).code()).isZero();
    Cli.Result again = distill(folder.resolve("second"), "--scores", scores);
    assertThat(again.err()).contains("asking the teacher about 0 of 32 postings");
    assertThat(folder.resolve("second/weights.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("first/weights.safetensors"));
    assertThat(Files.readAllLines(scores)).hasSize(1 + POSTINGS - LABELLED);
  }

  @Test
  void theTeacherReadsOnlySoMany() {
    Cli.Result result = distill(folder.resolve("student"), "--unlabelled", "5");
    assertThat(result.err()).contains("asking the teacher about 5 of 5 postings");
    Cli.Result labelled = distill(folder.resolve("other"), "--unlabelled", "5", "--labelled-too");
    assertThat(labelled.err()).contains("asking the teacher about 21 of 21 postings");
  }

  /** The teacher's word changes what is learned. */
  @Test
  void studentsWithoutATeacherAreOthers() throws IOException {
    Path taught = folder.resolve("taught");
    Path alone = folder.resolve("alone");
    assertThat(distill(taught).code()).isZero();
    assertThat(distill(alone, "--unlabelled", "0", "--teacher-weight", "0").code()).isZero();
    assertThat(Files.readAllBytes(taught.resolve("weights.safetensors")))
        .isNotEqualTo(Files.readAllBytes(alone.resolve("weights.safetensors")));
  }

  @Test
  void noLabelIsNeeded() throws IOException {
    String unlabelled =
        read(data).replaceAll("\"(role|scope|ds_share|confidence)\":", "\"not_$1\":");
    Files.writeString(data, unlabelled);
    Cli.Result result = distill(folder.resolve("student"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("48 postings, 0 labelled");
  }

  @Test
  void missingTeacherIsWrongUse() {
    Cli.Result result =
        Cli.run(
            "distill",
            "--teacher",
            folder.resolve("nobody"),
            "--data",
            data,
            "--output",
            folder.resolve("student"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("nobody", "card.json").doesNotContain("\tat ");
  }

  @Test
  void negativeCountIsWrongUse() {
    Cli.Result result = distill(folder.resolve("student"), "--unlabelled", "-1");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--unlabelled", "-1");
  }
}
