package dev.truerole.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one batch lies: what was sent, what came of it, how far it is. */
final class BatchFolder {

  private static final String STATE = "batch.json";

  private final Path folder;

  BatchFolder(Path folder) {
    this.folder = folder;
  }

  /** What was sent. */
  Path input() {
    return folder.resolve("input");
  }

  /** The answers as JSON Lines, the sender's fields with each. */
  Path jsonLines() {
    return folder.resolve("answers.jsonl");
  }

  /** The answers as a table, the sender's columns before ours. */
  Path table() {
    return folder.resolve("answers.csv");
  }

  /** What the page's table shows of each row. */
  Path index() {
    return folder.resolve("rows.jsonl");
  }

  /** Takes in what was sent. */
  void keep(InputStream in) throws IOException {
    Files.createDirectories(folder);
    Files.copy(in, input(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes how far the batch is; a reader finds the old state or the new one. */
  void write(BatchJob job) throws IOException {
    Path next = folder.resolve(STATE + ".next");
    Files.write(next, Json.bytes(job.state()));
    try {
      Files.move(next, folder.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException plain) {
      Files.move(next, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The batch that lies here, if a whole one does. One that was open is to be run again. */
  Optional<BatchJob> read(Clock clock) throws IOException {
    if (!Files.exists(folder.resolve(STATE))) {
      return Optional.empty();
    }
    JsonNode json = Json.trusted(Files.readString(folder.resolve(STATE), StandardCharsets.UTF_8));
    BatchStatus status = BatchStatus.of(json.path("status").asText());
    BatchOrder order = BatchOrder.of(json.path("order"));
    if (status.isOpen()) {
      return Optional.of(new BatchJob(order, folder, clock));
    }
    String finished = json.path("finishedAt").textValue();
    return Optional.of(
        new BatchJob(
            order,
            folder,
            clock,
            status,
            finished == null ? null : Instant.parse(finished),
            json.path("error").textValue(),
            json.path("done").asLong(),
            json.path("failed").asLong()));
  }

  void remove() throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
