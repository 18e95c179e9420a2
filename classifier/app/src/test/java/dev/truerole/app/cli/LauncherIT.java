package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.ENGINEER;
import static dev.truerole.app.cli.Postings.row;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as people call it, around the packaged app. */
@Timeout(120)
class LauncherIT {

  private static final Path LAUNCHER = Cli.HOME.resolve("truerole");

  @TempDir Path folder;

  @Test
  void itRunsFromAnywhereAndReadsPathsFromThere() {
    write(folder.resolve("posting.txt"), ENGINEER);
    Cli.Result result = run(LAUNCHER, "classify", "--format", "jsonl", "posting.txt");
    assertThat(result.code()).isZero();
    assertThat(result.line().get("id").asText()).isEqualTo("posting.txt");
    assertThat(result.line().get("role").isNull()).isFalse();
  }

  @Test
  void itRunsThroughLinks() throws IOException {
    Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), LAUNCHER);
    Files.createDirectories(folder.resolve("my bin"));
    Path relative =
        Files.createSymbolicLink(folder.resolve("my bin/relative"), Path.of("../absolute"));
    for (Path link : List.of(absolute, relative)) {
      Cli.Result result = run(link, "--version");
      assertThat(result.code()).isZero();
      assertThat(result.out()).matches("truerole \\d+\\.\\d+\\S*\n");
    }
  }

  @Test
  void itsHomeMayHaveSpacesInItsName() throws IOException {
    Path home = Files.createDirectories(folder.resolve("my tools/true role"));
    Path launcher = Files.copy(LAUNCHER, home.resolve("truerole"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    for (String part : List.of("scraper", "classifier", "models", "training-data")) {
      Files.createSymbolicLink(home.resolve(part), Cli.HOME.resolve(part));
    }
    Path posting = write(folder.resolve("a posting.txt"), ENGINEER);
    Cli.Result result = run(launcher, "classify", "--format", "jsonl", posting.toString());
    assertThat(result.code()).isZero();
    assertThat(result.line().get("id").asText()).isEqualTo(posting.toString());
  }

  @Test
  void exitCodesPassThrough() {
    write(folder.resolve("posting.txt"), ENGINEER);
    assertThat(run(LAUNCHER, "classify", "posting.txt").code()).isZero();
    assertThat(run(LAUNCHER, "classify", "missing.txt").code()).isEqualTo(1);
    assertThat(run(LAUNCHER, "classify", "--format", "xml", "posting.txt").code()).isEqualTo(2);
    assertThat(run(LAUNCHER).code()).isEqualTo(2);
  }

  @Test
  void standardOutputHoldsNothingButAnswers() {
    write(folder.resolve("rows.jsonl"), row("a", ENGINEER), "{", row("b", ENGINEER));
    Cli.Result result = run(LAUNCHER, "classify", "--format", "jsonl", "rows.jsonl");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines())
        .extracting(line -> line.get("id").asText())
        .containsExactly("a", "rows.jsonl:2", "b");
    assertThat(result.out()).doesNotContain("\u001B");
    assertThat(result.err()).contains("3 postings").doesNotContain("\r");
  }

  @Test
  void aLongRunWritesNothingButAnswersEither() {
    String rows = (row("a", ENGINEER) + "\n").repeat(200_000 / ENGINEER.length() + 1);
    write(folder.resolve("rows.jsonl"), rows);
    Cli.Result result = run(LAUNCHER, "classify", "--quiet", "--format", "jsonl", "rows.jsonl");
    assertThat(result.code()).isZero();
    assertThat(result.lines()).allMatch(line -> line.get("id").asText().equals("a"));
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aClosedPipeEndsTheRun() {
    String rows = (row("a", ENGINEER) + "\n").repeat(600);
    write(folder.resolve("rows.jsonl"), rows);
    Cli.Result result =
        run(
            Path.of("/bin/sh"),
            "-c",
            "{ \"$0\" classify --format jsonl rows.jsonl; echo \"code $?\" >&2; } | head -n 1",
            LAUNCHER.toString());
    assertThat(result.lines()).hasSize(1);
    assertThat(result.err()).contains("code 1").doesNotContain("Exception");
  }

  @Test
  void aSignalToTheLauncherEndsTheRun() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(LAUNCHER.toString(), "classify", "--format", "jsonl", "-")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      in.write((row("a", ENGINEER) + "\n").repeat(600).getBytes(StandardCharsets.UTF_8));
      in.flush();
      assertThat(Cli.json(out.readLine()).get("id").asText()).isEqualTo("a");
      assertThat(process.descendants()).as("exec leaves one process").isEmpty();
      // Process.destroy would close the pipes as well, which is another way to end.
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void withoutJavaItSaysSo() {
    Cli.Result result = run(Map.of("JAVA_HOME", folder.toString()), LAUNCHER, "--version");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Java 17").hasLineCount(1);
  }

  @Test
  void withoutMavenTheFirstRunSaysSo() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path launcher = Files.copy(LAUNCHER, home.resolve("truerole"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : List.of("dirname", "readlink")) {
      Files.createSymbolicLink(bin.resolve(tool), find(tool));
    }
    Map<String, String> environment =
        Map.of("PATH", bin.toString(), "JAVA_HOME", System.getProperty("java.home"));
    Cli.Result result = run(environment, Path.of("/bin/sh"), launcher.toString(), "--version");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Maven").hasLineCount(1);
  }

  private static Path find(String tool) {
    for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
      Path file = Path.of(directory, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new AssertionError("no " + tool + " on the PATH");
  }

  @Test
  void noColorIsObeyed() {
    write(folder.resolve("posting.txt"), ENGINEER);
    List<String> command =
        List.of(
            "-Dtruerole.tty.out=true",
            "-Dai.djl.offline=true",
            "-Dtruerole.home=" + Cli.HOME,
            "-jar",
            Cli.HOME.resolve("classifier/app/target/truerole.jar").toString(),
            "classify",
            "posting.txt");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String[] args = command.toArray(String[]::new);
    assertThat(run(Map.of("NO_COLOR", ""), java, args).out()).contains("\u001B[");
    assertThat(run(Map.of("NO_COLOR", "1"), java, args).out())
        .contains("True role")
        .doesNotContain("\u001B");
  }

  private Cli.Result run(Path program, String... args) {
    return run(Map.of(), program, args);
  }

  private Cli.Result run(Map<String, String> environment, Path program, String... args) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Cli.Result(process.waitFor(), out, Files.readString(err));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
