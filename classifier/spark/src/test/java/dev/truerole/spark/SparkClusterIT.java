package dev.truerole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packed job on a cluster of processes; run by {@code -Pspark-cluster}. */
@Tag("spark-cluster")
class SparkClusterIT {

  /** So often every authored posting, for a run long enough to be struck in its middle. */
  private static final int COPIES = 10;

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void aKilledExecutorChangesNoAnswer() throws Exception {
    Path postings = write(folder.resolve("postings.jsonl"));
    try (LoopbackCluster cluster = LoopbackCluster.start(folder.resolve("spark"))) {
      Path whole = folder.resolve("whole");
      LoopbackCluster.Talking quiet = cluster.submit(TARGET, job(postings, whole));
      assertThat(quiet.exitCode()).as(quiet.said()).isZero();
      Path struck = folder.resolve("struck");
      LoopbackCluster.Talking hit = cluster.submit(TARGET, job(postings, struck));
      hit.await("Finished task \\d+\\.0 in stage 0\\.0");
      cluster.killExecutor(0);
      assertThat(hit.exitCode()).as(hit.said()).isZero();
      assertThat(hit.said()).contains("Lost executor");
      List<String> answers = Answers.lines(whole);
      assertThat(Answers.lines(struck)).containsExactlyInAnyOrderElementsOf(answers);
      Answers.assertSame(Answers.byId(answers), Answers.ofLibrary(postings));
    }
  }

  private static List<String> job(Path input, Path output) {
    return List.of("--input", input.toString(), "--output", output.toString(), "--format", "jsonl");
  }

  private static Path write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path part :
        List.of("commerce", "industry", "software-media").stream()
            .map(name -> Answers.POSTINGS.resolve(name + ".jsonl"))
            .toList()) {
      for (String line : Files.readAllLines(part)) {
        for (int copy = 0; copy < 2 * COPIES; copy++) {
          JsonNode posting = Answers.parse(line);
          ((ObjectNode) posting).put("id", posting.get("id").asText() + "/" + copy);
          lines.add(posting.toString());
        }
      }
    }
    return Files.write(file, lines);
  }
}
