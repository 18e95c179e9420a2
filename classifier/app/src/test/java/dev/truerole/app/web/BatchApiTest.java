package dev.truerole.app.web;

import static dev.truerole.app.web.ClassifyApiTest.expect;
import static dev.truerole.app.web.ClassifyApiTest.utf8;
import static dev.truerole.app.web.TestServer.ENGINEER;
import static dev.truerole.app.web.TestServer.SCIENTIST;
import static dev.truerole.app.web.TestServer.json;
import static dev.truerole.app.web.TestServer.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of many postings over HTTP. */
class BatchApiTest {

  private static final String BATCHES = "/api/v1/batches";

  /** A scientist, an engineer called a scientist, a formula, and a row without a text. */
  private static final String CSV =
      "ref,Job Title,Company,note,body\n"
          + "1,Data Scientist,\"Tea, Ltd\",=1+1,"
          + cell(SCIENTIST)
          + "2,Data Scientist,Engines,-5,"
          + cell(ENGINEER)
          + "3,ML Engineer,Engines,<b>,"
          + cell(ENGINEER)
          + "4,Nothing,Nobody,,\n";

  @TempDir Path state;

  private static String cell(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"\n";
  }

  /** So many rows that a batch cannot be done before it is cancelled. */
  private static byte[] many(int rows) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      all.append(object("id", "p" + i, "title", "Job " + i, "text", i + " " + ENGINEER))
          .append('\n');
    }
    return utf8(all.toString());
  }

  private static String submit(TestServer server, String name, byte[] file, String... fields) {
    HttpResponse<String> accepted = server.upload(BATCHES, name, file, fields);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String id = json(accepted).path("id").asText();
    assertThat(accepted.headers().firstValue("Location")).hasValue(BATCHES + "/" + id);
    return BATCHES + "/" + id;
  }

  /** The names of its events and the batch at its end. */
  private static JsonNode watch(TestServer server, String job) {
    List<String> lines = server.get(job + "/events").body().lines().toList();
    List<String> events = new ArrayList<>(lines);
    events.removeIf(line -> !line.startsWith("event: "));
    assertThat(events).endsWith("event: end");
    assertThat(events.subList(0, events.size() - 1)).allMatch("event: progress"::equals);
    String data = lines.get(lines.lastIndexOf("event: end") + 1);
    return json(data.substring("data: ".length()));
  }

  private static JsonNode get(TestServer server, String path) {
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  @Test
  void filesArePreviewedWithTheirColumns() {
    try (TestServer server = TestServer.start()) {
      JsonNode table = json(server.upload(BATCHES + "/preview", "jobs.csv", utf8(CSV)));
      assertThat(table.path("format").asText()).isEqualTo("csv");
      assertThat(table.path("columns").toString())
          .isEqualTo("[\"ref\",\"Job Title\",\"Company\",\"note\",\"body\"]");
      assertThat(table.path("guessed").toString())
          .isEqualTo(
              "{\"id\":\"ref\",\"title\":\"Job Title\",\"company\":\"Company\",\"text\":\"body\"}");
      assertThat(table.path("rows")).hasSize(4);
      assertThat(table.at("/rows/0/note").asText()).isEqualTo("=1+1");
      String cut = CSV.substring(0, CSV.indexOf("2,Data") + 40);
      assertThat(json(server.upload(BATCHES + "/preview", "cut.csv", utf8(cut))).path("rows"))
          .hasSize(1);
      JsonNode lines = json(server.upload(BATCHES + "/preview", "jobs.jsonl", many(9)));
      assertThat(lines.path("format").asText()).isEqualTo("jsonl");
      assertThat(lines.path("rows")).hasSize(5);
      assertThat(lines.at("/guessed/text").asText()).isEqualTo("text");
      expect(server.upload(BATCHES + "/preview", "a.txt", utf8(ENGINEER)), 422, "no_rows");
    }
  }

  @Test
  void everyRowIsAnsweredShownAndTakenAway() {
    try (TestServer server = TestServer.start()) {
      String job = submit(server, "jobs.csv", utf8(CSV), "textColumn", "body");
      JsonNode end = watch(server, job);
      assertThat(end.path("status").asText()).isEqualTo("done");
      assertThat(end.path("done").asInt()).isEqualTo(4);
      assertThat(end.path("failed").asInt()).isEqualTo(1);
      assertThat(get(server, job)).isEqualTo(end);
      assertThat(get(server, BATCHES)).hasSize(1);
      results(server, job);
      summary(get(server, job + "/summary"));
      downloads(server, job);
    }
  }

  private static void results(TestServer server, String job) {
    JsonNode all = get(server, job + "/results?sort=row&order=desc");
    assertThat(all.path("total").asInt()).isEqualTo(4);
    assertThat(all.at("/items/0/error/code").asText()).isEqualTo("empty_text");
    assertThat(all.at("/items/3/id").asText()).isEqualTo("1");
    assertThat(all.at("/items/3/company").asText()).isEqualTo("Tea, Ltd");
    assertThat(rows(get(server, job + "/results?role=ml_engineer&failed=false")))
        .containsExactly(2, 3);
    assertThat(rows(get(server, job + "/results?failed=true"))).containsExactly(4);
    assertThat(rows(get(server, job + "/results?search=TEA"))).containsExactly(1);
    assertThat(rows(get(server, job + "/results?skill=kubernetes&limit=1&offset=1")))
        .containsExactly(3);
    assertThat(rows(get(server, job + "/results?sort=dsShare&order=desc&minProbability=0.3")))
        .startsWith(1);
    assertThat(rows(get(server, job + "/results?sort=title"))).endsWith(4);
    expect(server.get(job + "/results?limit=501"), 400, "wrong_parameter");
    expect(server.get(job + "/results?sort=company"), 400, "wrong_parameter");
    JsonNode row = get(server, job + "/results/2");
    assertThat(row.path("role").asText()).isEqualTo("ml_engineer");
    assertThat(row.path("text").asText()).isEqualTo(ENGINEER);
    assertThat(row.at("/input/note").asText()).isEqualTo("-5");
    assertThat(get(server, job + "/results/4").at("/error/code").asText()).isEqualTo("empty_text");
    for (String none : new String[] {"0", "5", "x", "-1", "99999999999"}) {
      expect(server.get(job + "/results/" + none), 404, "not_found");
    }
  }

  private static List<Integer> rows(JsonNode page) {
    return page.path("items").findValues("row").stream().map(JsonNode::asInt).toList();
  }

  private static void summary(JsonNode summary) {
    assertThat(summary.at("/roles/ml_engineer").asInt()).isEqualTo(2);
    assertThat(summary.at("/roles/data_scientist").asInt()).isEqualTo(1);
    assertThat(summary.at("/dsShare/edges")).hasSize(21);
    int sum = 0;
    for (JsonNode count : summary.at("/dsShare/counts")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(3);
    assertThat(summary.at("/titleAgainstContent/data_scientist/ml_engineer").asInt()).isEqualTo(1);
    assertThat(summary.at("/skills/ml_engineer").toString()).contains("Kubernetes");
    assertThat(summary.at("/failures/0/row").asInt()).isEqualTo(4);
    assertThat(summary.path("failed").asInt()).isEqualTo(1);
  }

  private static void downloads(TestServer server, String job) {
    HttpResponse<String> csv = server.get(job + "/download?format=csv");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"jobs-truerole.csv\"");
    assertThat(csv.body())
        .startsWith("ref,Job Title,Company,note,body,truerole_id,truerole_title,truerole_role,")
        .contains("1,Data Scientist,\"Tea, Ltd\",'=1+1,\"Data Scientist\n\nYou design")
        .contains("2,Data Scientist,Engines,-5,\"Machine");
    List<String> lines = server.get(job + "/download?format=jsonl").body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(json(lines.get(0)).at("/input/Job Title").asText()).isEqualTo("Data Scientist");
    assertThat(json(lines.get(0)).path("role").asText()).isEqualTo("data_scientist");
    assertThat(json(lines.get(3)).at("/error/code").asText()).isEqualTo("empty_text");
  }

  @Test
  void cancelledBatchKeepsWhatItHasAndCanBeRemoved() {
    try (TestServer server = TestServer.start()) {
      String job = submit(server, "many.jsonl", many(20_000));
      expect(server.get(job + "/download"), 409, "not_done");
      assertThat(delete(server, job)).isEqualTo(204);
      JsonNode end = watch(server, job);
      assertThat(end.path("status").asText()).isEqualTo("cancelled");
      assertThat(end.path("done").asInt()).isLessThan(20_000);
      assertThat(get(server, job + "/results").path("total").asInt())
          .isEqualTo(end.path("done").asInt());
      assertThat(delete(server, job)).isEqualTo(204);
      expect(server.get(job), 404, "not_found");
      assertThat(get(server, BATCHES)).isEmpty();
    }
  }

  @Test
  void progressIsToldWhileItRuns() throws Exception {
    try (TestServer server = TestServer.start()) {
      String job = submit(server, "many.jsonl", many(20_000));
      HttpResponse<Stream<String>> events =
          server.client().send(server.request(job + "/events").build(), BodyHandlers.ofLines());
      try (Stream<String> lines = events.body()) {
        assertThat(lines.limit(2)).first().isEqualTo("event: progress");
      }
      assertThat(get(server, job).path("status").asText()).isIn("queued", "running");
      assertThat(delete(server, job)).isEqualTo(204);
    }
  }

  private static int delete(TestServer server, String job) {
    return server.send(server.request(job).DELETE()).statusCode();
  }

  @Test
  void onlySoManyWait() {
    try (TestServer server = TestServer.start()) {
      List<String> jobs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        jobs.add(submit(server, "many.jsonl", many(5_000)));
      }
      expect(server.upload(BATCHES, "many.jsonl", many(1)), 503, "busy");
      jobs.forEach(job -> delete(server, job));
    }
  }

  @Test
  void filesThatCannotBeUsedAreRefused() {
    try (TestServer server = TestServer.start(ServerSettings.local(0).uploading(1 << 20))) {
      expect(server.upload(BATCHES, "a.txt", utf8(ENGINEER)), 422, "no_rows");
      expect(server.upload(BATCHES, "a.csv", utf8(CSV), "textColumn", "x"), 422, "missing_column");
      expect(server.upload(BATCHES, "a.jsonl", new byte[(1 << 20) + 1]), 413, "too_large");
      expect(server.upload(BATCHES, "a.jsonl", new byte[6 << 20]), 413, "too_large");
      expect(server.upload(BATCHES, "a.jsonl", utf8("{}\n".repeat(50_001))), 413, "too_many_rows");
      assertThat(get(server, BATCHES)).isEmpty();
      HttpRequest.Builder json = server.posted(BATCHES, "{}");
      expect(server.send(json), 415, "unsupported_type");
    }
  }

  @Test
  void theConnectionOfARefusedUploadServesOn() {
    try (TestServer server = TestServer.start(ServerSettings.local(0).uploading(1 << 20))) {
      for (int i = 0; i < 20; i++) {
        expect(server.upload(BATCHES, "a.jsonl", new byte[6 << 20]), 413, "too_large");
        expect(server.upload(BATCHES, "a.txt", utf8(ENGINEER)), 422, "no_rows");
      }
    }
  }

  @Test
  void batchesOutliveTheServerAndOpenOnesRunAgain() throws Exception {
    ServerSettings settings = ServerSettings.local(0).keeping(state);
    String done;
    String open;
    try (TestServer server = TestServer.start(settings)) {
      done = submit(server, "jobs.csv", utf8(CSV));
      watch(server, done);
      open = submit(server, "many.jsonl", many(700));
    }
    try (TestServer server = TestServer.start(settings)) {
      assertThat(get(server, BATCHES)).hasSize(2);
      assertThat(get(server, done).path("status").asText()).isEqualTo("done");
      results(server, done);
      JsonNode end = watch(server, open);
      assertThat(end.path("status").asText()).isEqualTo("done");
      assertThat(end.path("done").asInt()).isEqualTo(700);
      assertThat(server.get(open + "/download?format=jsonl").body().lines()).hasSize(700);
      assertThat(delete(server, done)).isEqualTo(204);
    }
    try (var left = Files.list(state)) {
      assertThat(left).hasSize(1);
    }
  }
}
