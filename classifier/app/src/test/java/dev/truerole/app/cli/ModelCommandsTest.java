package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models shown, checked, compared and promoted. */
class ModelCommandsTest {

  private static final Path SHIPPED = Cli.HOME.resolve("models/role");
  private static final Path AUTHORED = Cli.HOME.resolve("training-data/postings");

  @TempDir Path home;
  private Path place;

  /** An installation of its own, whose default may be replaced. */
  @BeforeEach
  void install() throws IOException {
    place = copy(SHIPPED, home.resolve("models").resolve("role"));
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    return to;
  }

  private Cli.Result promote(Path candidate, Object... more) {
    List<Object> args = new ArrayList<>(List.of("promote", candidate, "--data", AUTHORED));
    args.addAll(List.of(more));
    return Cli.runIn(home, args.toArray());
  }

  @Test
  void shippedModelShowsItsCardAndIsWhole() {
    Cli.Result shown = Cli.run("model", "show");
    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .contains("# Model card: role", "macro-F1", "truerole distill --teacher");
    Cli.Result verified = Cli.run("model", "verify");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("whole");
  }

  @Test
  void damageIsFound() throws IOException {
    Files.writeString(place.resolve("vocabulary.txt"), "nothing\n");
    Cli.Result verified = Cli.runIn(home, "model", "verify");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("vocabulary");
    assertThat(Cli.run("model", "verify", home).code()).isEqualTo(2);
    assertThat(Cli.run("model").code()).isEqualTo(2);
  }

  @Test
  void aModelComparedWithItselfIsTheSame() {
    Cli.Result compared = Cli.run("compare", SHIPPED, SHIPPED, "--data", AUTHORED);
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("second less first +0.000  [+0.000, +0.000]", "Answered differently: 0");
    assertThat(
            Cli.json(Cli.run("compare", SHIPPED, SHIPPED, "--data", AUTHORED, "--json").out())
                .at("/comparison/pValue")
                .asDouble())
        .isEqualTo(1);
  }

  @Test
  void anEqualModelTakesTheDefaultsPlace() throws IOException {
    Path candidate = copy(SHIPPED, home.resolve("candidate"));
    Files.writeString(candidate.resolve("note.txt"), "mine");
    Cli.Result promoted = promote(candidate);
    assertThat(promoted.code()).as(promoted.err()).isZero();
    assertThat(place.resolve("note.txt")).exists();
    assertThat(home.resolve("models/role.before/card.json")).exists();
    assertThat(promote(candidate).code()).isZero();
  }

  @Test
  void aWorseModelIsRefusedUnlessForced() throws IOException {
    Path candidate = home.resolve("worse");
    Cli.Result trained =
        Cli.run(
            "train",
            "--data",
            AUTHORED,
            "--epochs",
            "1",
            "--no-word-vectors",
            "--output",
            candidate);
    assertThat(trained.code()).as(trained.err()).isZero();
    Cli.Result refused = promote(candidate);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("significantly worse", "--force");
    assertThat(home.resolve("models/role.before")).doesNotExist();
    assertThat(promote(candidate, "--force").code()).isZero();
    assertThat(Files.readString(place.resolve("card.json")))
        .isEqualTo(Files.readString(candidate.resolve("card.json")));
  }

  @Test
  void aBrokenModelIsNotPromoted() throws IOException {
    Path candidate = copy(SHIPPED, home.resolve("broken"));
    Files.write(candidate.resolve("weights.safetensors"), new byte[100]);
    assertThat(promote(candidate, "--force").code()).isEqualTo(1);
    assertThat(Cli.run("model", "verify", candidate).code()).isEqualTo(1);
  }

  @Test
  void robustnessNeedsNoLabels() throws IOException {
    Path file = home.resolve("one.jsonl");
    String text =
        Files.readString(Cli.HOME.resolve("training-data/examples/platform-data-scientist.txt"));
    Files.writeString(
        file,
        new com.fasterxml.jackson.databind.ObjectMapper()
                .writeValueAsString(java.util.Map.of("id", "a", "description", text))
            + "\n");
    Cli.Result result = Cli.run("evaluate", "--robustness", "--data", file);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("role names swapped", "three strongest segments");
    assertThat(Cli.run("evaluate", "--data", file).code()).isEqualTo(2);
    assertThat(Cli.run("evaluate", "--shift", "era", "--data", file).code()).isEqualTo(2);
  }

  @Test
  void abstainingIsAskedForByProbability() {
    Path posting = Cli.HOME.resolve("training-data/examples/platform-data-scientist.txt");
    Cli.Result silent = Cli.run("classify", "--abstain-below", "1", posting);
    assertThat(silent.out()).contains("not judged", "has a probability of");
    assertThat(Cli.run("classify", "--abstain-below", "1.5", posting).code()).isEqualTo(2);
  }
}
