package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  private static final List<Integer> TEN_POINTS =
      List.of(1, 60, 350, 200, 5, 410, 120, 3, 270, 150);

  @Test
  void onceKilledInTheMiddle() throws Exception {
    checkBoard(200, List.of(90));
  }

  @Test
  void onceKilledBetweenPages() throws Exception {
    checkPages(100, List.of(40));
  }

  @Test
  @Tag("endurance")
  void killedAtTenPoints() throws Exception {
    checkBoard(2000, TEN_POINTS);
  }

  @Test
  @Tag("endurance")
  void killedAtTenPointsBetweenPages() throws Exception {
    checkPages(2000, TEN_POINTS);
  }

  /** A board that gives all its postings at once. */
  private void checkBoard(int postings, List<Integer> kills) throws Exception {
    try (BoardServer server = BoardServer.start(postings)) {
      List<JsonNode> jobs = killed(server, BoardServer.BOARD, postings, kills);
      assertThat(jobs)
          .extracting(job -> job.get("id").asText())
          .isEqualTo(numbered("greenhouse:acme:", postings));
      assertThat(Files.readString(folder.resolve("err"))).contains("declared, complete");
    }
  }

  /** A sitemap whose postings are fetched one by one: a kill costs few of them. */
  private void checkPages(int postings, List<Integer> kills) throws Exception {
    try (BoardServer server = BoardServer.start(0)) {
      List<JsonNode> jobs = killed(server, server.sitemap(postings).toString(), postings, kills);
      assertThat(jobs)
          .extracting(job -> job.get("url").asText())
          .isEqualTo(numbered(BoardServer.SITE + "/jobs/", postings));
      int repeated = server.pagesAsked() - postings;
      System.out.printf("%d kills: %d of %d fetches repeated%n", kills.size(), repeated, postings);
      assertThat(repeated).isBetween(0, Math.max(3, postings / 100));
    }
  }

  private static List<String> numbered(String before, int postings) {
    return IntStream.range(1001, 1001 + postings).mapToObj(id -> before + id).toList();
  }

  /**
   * What is written in the end.
   *
   * @param kills after so many postings of each attempt its process is killed
   */
  private List<JsonNode> killed(
      BoardServer server, String address, int postings, List<Integer> kills) throws Exception {
    Path output = folder.resolve("jobs.jsonl");
    List<String> command = command(server, output, address);
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
    assertThat(Files.readString(folder.resolve("err")))
        .contains("Going on with the run that was interrupted.");
    return Cli.jsonLines(Files.readString(output));
  }

  /** The lines that were written whole. */
  private static String complete(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private List<String> command(BoardServer server, Path output, String address) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", CLASS_PATH, Main.class.getName(), "scrape"));
    command.addAll(server.options());
    command.addAll(List.of("--output", output.toString()));
    command.addAll(List.of("--state", folder.resolve("state.db").toString()));
    command.add(address);
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
