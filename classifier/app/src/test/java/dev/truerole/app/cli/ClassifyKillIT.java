package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.row;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed is gone on with as if it had not been. */
@Timeout(1800)
class ClassifyKillIT {

  /** The same classes first that run here, packed or not: both are to be of one version. */
  private static final String CLASS_PATH =
      Main.class.getProtectionDomain().getCodeSource().getLocation().getPath()
          + File.pathSeparator
          + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private static final String TEXT =
      "We deploy machine learning models to production and monitor them with Docker and Kubernetes"
          + " so that nobody has to be woken up at night.";

  @TempDir Path folder;

  private Path input;

  @BeforeEach
  void writeInput() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(i % 100 == 7 ? "{broken" : row(i, TEXT + " " + i));
    }
    input = write(folder.resolve("rows.jsonl"), rows.toArray(String[]::new));
  }

  @Test
  void onceKilledInTheMiddle() throws Exception {
    Path whole = whole("whole.jsonl");
    Path output = folder.resolve("answers.jsonl");
    killAt(output, Files.size(whole) / 2);
    assertThat(folder.resolve("answers.jsonl.journal")).exists();
    changesAreRefused(output);
    goOn(output);
    assertThat(output).hasSameBinaryContentAs(whole);
    assertThat(failures(output)).hasSameBinaryContentAs(failures(whole));
    Cli.Result again = Cli.run("classify", "--resume", "--output", output, input);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is complete").hasLineCount(1);
  }

  private void changesAreRefused(Path output) throws IOException {
    byte[] before = Files.readAllBytes(output);
    Cli.Result option =
        Cli.run(
            "classify",
            "--resume",
            "--all-evidence",
            "--failures",
            failures(output),
            "--output",
            output,
            input);
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--resume: ", "--all-evidence").hasLineCount(1);
    FileTime time = Files.getLastModifiedTime(input);
    Files.setLastModifiedTime(input, FileTime.fromMillis(time.toMillis() + 60_000));
    Cli.Result changed = Cli.run(resume(output).toArray());
    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.err()).contains("change of the file " + input).hasLineCount(1);
    Files.setLastModifiedTime(input, time);
    assertThat(output).hasBinaryContent(before);
  }

  @Test
  @Tag("endurance")
  void killedAtTenPoints() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> names = List.of("a.jsonl", "b.csv", "c.jsonl.gz", "d.json.zst", "e.text");
    for (int kill = 0; kill < 10; kill++) {
      String name = names.get(kill % names.size());
      Path whole = whole("whole-" + name);
      Path output = folder.resolve(kill + name);
      killAt(output, (long) (random.nextDouble() * 0.95 * Files.size(whole)));
      goOn(output);
      assertThat(output).as("seed %d, kill %d", seed, kill).hasSameBinaryContentAs(whole);
      assertThat(failures(output)).hasSameBinaryContentAs(failures(whole));
    }
  }

  /** Memory does not grow with the input. */
  @Test
  @Tag("endurance")
  void aLongStreamFitsIntoASmallMemory() throws Exception {
    List<String> command = command("-Xmx400m");
    command.addAll(List.of("--format", "jsonl", "--quiet", "-"));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile())
            .start();
    byte[] line = (row(TEXT.repeat(10)) + "\n").getBytes(StandardCharsets.UTF_8);
    try (OutputStream in = process.getOutputStream()) {
      for (int i = 0; i < 150_000; i++) {
        in.write(line);
      }
    }
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
  }

  private Path whole(String name) {
    Path output = folder.resolve(name);
    if (Files.notExists(output)) {
      Cli.Result result =
          Cli.run("classify", "--failures", failures(output), "--output", output, input);
      assertThat(result.code()).as(result.err()).isEqualTo(1);
    }
    return output;
  }

  private void goOn(Path output) {
    Cli.Result result = Cli.run(resume(output).toArray());
    assertThat(result.code()).as(result.err()).isEqualTo(1);
    assertThat(result.err()).contains("5,000 postings");
  }

  private List<Object> resume(Path output) {
    return List.of(
        "classify", "--resume", "--failures", failures(output), "--output", output, input);
  }

  private static Path failures(Path output) {
    return output.resolveSibling(output.getFileName() + ".bad");
  }

  /** Kills a run as soon as its output has so many bytes: nothing in it gets to run any more. */
  private void killAt(Path output, long bytes) throws IOException, InterruptedException {
    List<String> command = command("-Xmx512m");
    command.addAll(List.of("--save-every", "0", "--failures", failures(output).toString()));
    command.addAll(List.of("--output", output.toString(), input.toString()));
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(folder.resolve("err").toFile())
              .start();
      while (process.isAlive() && (Files.notExists(output) || Files.size(output) <= bytes)) {
        WatchKey key = watch.poll(1, TimeUnit.SECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
      }
      process.destroyForcibly();
      assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isEqualTo(128 + 9);
    }
  }

  private static List<String> command(String memory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(memory, "-Dai.djl.offline=true", "-Dtruerole.home=" + Cli.HOME));
    command.addAll(List.of("-cp", CLASS_PATH, Main.class.getName(), "classify"));
    return command;
  }
}
