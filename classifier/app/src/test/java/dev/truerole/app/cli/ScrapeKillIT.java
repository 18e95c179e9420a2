package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A crawl whose process is killed loses nothing and repeats nothing. */
@Timeout(600)
class ScrapeKillIT {

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @TempDir Path folder;

  @Test
  void onceKilledInTheMiddle() throws Exception {
    check(200, List.of(90));
  }

  @Test
  @Tag("endurance")
  void killedAtTenPoints() throws Exception {
    check(2000, List.of(1, 60, 350, 200, 5, 410, 120, 3, 270, 150));
  }

  /**
   * @param kills after so many postings of each attempt its process is killed
   */
  private void check(int postings, List<Integer> kills) throws Exception {
    Path output = folder.resolve("jobs.jsonl");
    try (BoardServer server = BoardServer.start(postings)) {
      List<String> command = command(server, output);
      int before = 0;
      for (int kill : kills) {
        killAfter(kill, command);
        int now = Cli.jsonLines(complete(Files.readString(output))).size();
        assertThat(now).isGreaterThan(before).isLessThan(postings);
        before = now;
      }
      Process last =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(folder.resolve("err").toFile())
              .start();
      assertThat(last.waitFor()).isZero();
    }
    List<String> ids =
        Cli.jsonLines(Files.readString(output)).stream()
            .map(job -> job.get("id").asText())
            .toList();
    List<String> expected = new ArrayList<>();
    for (int id = 1001; id < 1001 + postings; id++) {
      expected.add("greenhouse:acme:" + id);
    }
    assertThat(ids).isEqualTo(expected);
    assertThat(Files.readString(folder.resolve("err")))
        .contains("Going on with the run that was interrupted.")
        .contains("declared, complete");
  }

  /** The lines that were written whole. */
  private static String complete(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private List<String> command(BoardServer server, Path output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", CLASS_PATH, Main.class.getName(), "scrape"));
    command.addAll(server.options());
    command.addAll(List.of("--output", output.toString()));
    command.addAll(List.of("--state", folder.resolve("state.db").toString()));
    command.add(BoardServer.BOARD);
    return command;
  }

  /** Destroying a process forcibly is SIGKILL: nothing in it gets to run any more. */
  private static void killAfter(int postings, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      List<String> said = new ArrayList<>();
      int seen = 0;
      for (String line = err.readLine(); line != null && seen < postings; line = err.readLine()) {
        said.add(line);
        seen += line.startsWith("OK\t") ? 1 : 0;
      }
      assertThat(seen).as("%s", said).isEqualTo(postings);
      process.destroyForcibly();
      assertThat(process.waitFor()).isEqualTo(128 + 9);
    }
  }
}
