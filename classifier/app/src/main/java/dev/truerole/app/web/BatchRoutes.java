package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.file.FilePreview;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Files of many postings. */
final class BatchRoutes {

  private static final int PREVIEWED = 5;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final String JOB = "/api/v1/batches/{id}";

  private final BatchDesk desk;
  private final long maxBytes;

  BatchRoutes(BatchDesk desk, long maxBytes) {
    this.desk = desk;
    this.maxBytes = maxBytes;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/batches/preview", this::preview),
        Route.post("/api/v1/batches", this::submit),
        Route.get("/api/v1/batches", this::list),
        Route.get(JOB, context -> Json.send(context, job(context).json())),
        Route.delete(JOB, this::end),
        Route.get(JOB + "/events", new BatchEvents(desk)::send),
        Route.get(JOB + "/results", this::results),
        Route.get(JOB + "/results/{row}", this::row),
        Route.get(JOB + "/summary", this::summary),
        Route.get(JOB + "/download", this::download));
  }

  static Problem noRows(IOException why) {
    return Problem.unprocessable("no_rows", "The file cannot be used: " + why.getMessage() + ".");
  }

  private BatchJob job(Context context) {
    return desk.job(context.pathParam("id"));
  }

  private void preview(Context context) throws IOException {
    try (Upload upload = Upload.of(context, maxBytes)) {
      FilePreview preview = read(upload);
      ObjectNode json = Json.object();
      json.put("name", upload.name()).put("format", preview.format());
      preview.columns().forEach(json.putArray("columns")::add);
      ObjectNode guessed = json.putObject("guessed");
      for (String what : List.of("id", "title", "company", "text")) {
        guessed.put(what, preview.guessed().get(what));
      }
      ArrayNode rows = json.putArray("rows");
      preview
          .rows()
          .forEach(
              row -> {
                ObjectNode fields = rows.addObject();
                row.forEach(fields::put);
              });
      Json.send(context, json);
    }
  }

  private static FilePreview read(Upload upload) {
    try {
      return FilePreview.read(upload.open(), upload.name(), PREVIEWED);
    } catch (IOException unreadable) {
      throw noRows(unreadable);
    }
  }

  private void submit(Context context) throws IOException {
    try (Upload upload = Upload.of(context, maxBytes)) {
      BatchJob job = desk.submit(upload);
      context.status(ACCEPTED).header("Location", "/api/v1/batches/" + job.order().id());
      Json.send(context, job.json());
    }
  }

  private void list(Context context) {
    ArrayNode all = Json.array();
    desk.jobs().forEach(job -> all.add(job.json()));
    Json.send(context, all);
  }

  private void end(Context context) {
    desk.end(job(context));
    context.status(NO_CONTENT);
  }

  private void results(Context context) throws IOException {
    Json.send(context, desk.index(job(context)).page(BatchQuery.of(context)));
  }

  private void summary(Context context) throws IOException {
    Json.send(context, desk.index(job(context)).summary());
  }

  private void row(Context context) throws IOException {
    BatchJob job = job(context);
    BatchRow row =
        desk.index(job)
            .row(number(context.pathParam("row")))
            .orElseThrow(() -> Problem.notFound("There is no such row, or not yet."));
    byte[] line = new byte[row.length()];
    try (RandomAccessFile file = new RandomAccessFile(job.folder().jsonLines().toFile(), "r")) {
      file.seek(row.offset());
      file.readFully(line);
    }
    context.contentType(Json.TYPE).result(new String(line, StandardCharsets.UTF_8).strip());
  }

  private static int number(String row) {
    return row.matches("\\d{1,9}") ? Integer.parseInt(row) : 0;
  }

  private void download(Context context) throws IOException {
    BatchJob job = job(context);
    String format = Query.word(context, "format", "csv", Set.of("csv", "jsonl"));
    if (job.status().isOpen()) {
      throw new Problem(
          Problem.CONFLICT, "not_done", "The batch is not done; wait for it or cancel it.");
    }
    Path file = format.equals("csv") ? job.folder().table() : job.folder().jsonLines();
    if (Files.notExists(file)) {
      throw Problem.notFound("The batch ended before its first row.");
    }
    context.contentType(format.equals("csv") ? "text/csv; charset=utf-8" : "application/jsonl");
    context.header("Content-Disposition", "attachment; filename=\"" + named(job, format) + "\"");
    context.result(Files.newInputStream(file));
  }

  /** The sender's name for it, as plain as a header needs it. */
  private static String named(BatchJob job, String format) {
    String plain = job.order().name().replaceFirst("(?:\\.[A-Za-z]{1,6}){1,2}$", "");
    return plain.replaceAll("[^A-Za-z0-9_-]", "_") + "-truerole." + format;
  }
}
