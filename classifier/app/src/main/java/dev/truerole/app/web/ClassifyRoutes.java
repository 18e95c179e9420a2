package dev.truerole.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.report.ReportFormat;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Single postings: answered, and as reports to keep. */
final class ClassifyRoutes {

  /** Items of one array; more are a batch. */
  static final int MAX_ITEMS = 100;

  private final Answers answers;
  private final Bodies bodies = new Bodies();

  ClassifyRoutes(Answers answers) {
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/classify", this::classify),
        Route.post("/api/v1/classify/file", this::file),
        Route.post("/api/v1/report", this::report));
  }

  private void classify(Context context) throws IOException {
    AnswerOptions options = AnswerOptions.of(context);
    JsonNode body = bodies.json(context);
    if (body.isArray()) {
      answerAll(context, body, options);
      return;
    }
    send(context, answers.answer(PostingRequest.of(body), options.text()), options);
  }

  private void file(Context context) throws IOException {
    AnswerOptions options = new AnswerOptions(true, AnswerOptions.of(context).allEvidence());
    try (Upload upload = Upload.of(context, Upload.MAX_POSTING_BYTES)) {
      send(context, bodies.within(upload.size(), () -> answer(upload)), options);
    }
  }

  private CompletableFuture<PostingAnalysis> answer(Upload upload) throws IOException {
    try (InputStream in = upload.open()) {
      return answers.answer(upload, in.readAllBytes());
    }
  }

  private void report(Context context) throws IOException {
    AnswerOptions options = AnswerOptions.of(context);
    PostingRequest request = PostingRequest.of(bodies.json(context));
    later(
        context,
        answers.answer(request, false),
        answer -> {
          context.header("Content-Disposition", "attachment; filename=\"truerole-report.html\"");
          context.contentType("text/html; charset=utf-8");
          context.result(options.write(answer, ReportFormat.HTML));
        });
  }

  private static void send(
      Context context, CompletableFuture<PostingAnalysis> answer, AnswerOptions options) {
    later(context, answer, given -> context.contentType(Json.TYPE).result(options.json(given)));
  }

  /** What to do with an answer. */
  private interface Sending<T> {
    void send(T answer);
  }

  /** Sends when the answer is there; no thread waits for it. */
  private static <T> void later(Context context, CompletableFuture<T> answer, Sending<T> sending) {
    context.future(
        () ->
            answer.handle(
                (given, failure) -> {
                  if (failure == null) {
                    sending.send(given);
                  } else {
                    Problems.write(context, Problems.of(failure));
                  }
                  return context;
                }));
  }

  private void answerAll(Context context, JsonNode items, AnswerOptions options) {
    if (items.size() > MAX_ITEMS) {
      throw new Problem(
          Problem.TOO_LARGE,
          "too_many_items",
          "An array holds at most " + MAX_ITEMS + " postings; send more as a batch.");
    }
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (JsonNode item : items) {
      all.add(one(item, options));
    }
    CompletableFuture<String> array =
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
            .thenApply(
                done ->
                    all.stream()
                        .map(CompletableFuture::join)
                        .collect(Collectors.joining(",", "[", "]")));
    later(context, array, json -> context.contentType(Json.TYPE).result(json));
  }

  private CompletableFuture<String> one(JsonNode item, AnswerOptions options) {
    CompletableFuture<PostingAnalysis> answer;
    try {
      answer = answers.answer(PostingRequest.of(item), options.text());
    } catch (Problem problem) {
      answer = CompletableFuture.failedFuture(problem);
    }
    return answer.handle(
        (given, failure) -> failure == null ? options.json(given) : failure(item, failure));
  }

  /** What stands in an array in the place of an answer. */
  private static String failure(JsonNode item, Throwable failure) {
    Problem problem = Problems.of(failure);
    ObjectNode json = Json.object();
    json.set("id", id(item));
    json.putObject("error").put("code", problem.code()).put("message", problem.detail());
    return Json.text(json);
  }

  private static @Nullable JsonNode id(JsonNode item) {
    JsonNode id = item.get("id");
    return id != null && id.isValueNode() ? id : null;
  }
}
