package dev.truerole.app.web;

import static dev.truerole.app.web.TestServer.ENGINEER;
import static dev.truerole.app.web.TestServer.SCIENTIST;
import static dev.truerole.app.web.TestServer.json;
import static dev.truerole.app.web.TestServer.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.truerole.scraper.page.OutcomeKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single postings over HTTP. */
class ClassifyApiTest {

  /** A page as search engines want it. */
  private static final String PAGE =
      """
      <html><head><title>Data Scientist</title><script type="application/ld+json">
      {"@context": "https://schema.org", "@type": "JobPosting", "title": "Data Scientist",
       "datePosted": "2026-11-01", "hiringOrganization": {"name": "Tea"}, "description": %s}
      </script></head><body><h1>Data Scientist</h1></body></html>\
      """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void textIsAnsweredWithPositionsInIt() {
    HttpResponse<String> response = server.classify(ENGINEER);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode answer = json(response);
    assertThat(answer.path("role").asText()).isEqualTo("ml_engineer");
    assertThat(answer.path("titleRole").asText()).isEqualTo("ml_engineer");
    assertThat(answer.path("title").asText()).isEqualTo("Machine Learning Engineer");
    assertThat(answer.path("text").asText()).isEqualTo(ENGINEER);
    assertThat(answer.get("id").isNull()).isTrue();
    assertThat(answer.path("evidence")).isNotEmpty();
    for (JsonNode item : answer.path("evidence")) {
      assertThat(ENGINEER.substring(item.path("start").asInt(), item.path("end").asInt()))
          .isEqualTo(item.path("text").asText());
    }
  }

  @Test
  void textComesBackOnlyIfAskedFor() {
    String body = object("text", ENGINEER + SCIENTIST);
    JsonNode answer = json(server.post("/api/v1/classify", body));
    assertThat(answer.has("text")).isFalse();
    JsonNode all = json(server.post("/api/v1/classify?evidence=all", body));
    assertThat(all.path("evidence").size()).isGreaterThan(answer.path("evidence").size());
  }

  @Test
  void senderNamesThePosting() {
    String named = "{\"text\": %s, \"title\": \"Data Scientist\", \"id\": 12}";
    JsonNode answer = json(server.post("/api/v1/classify", named.formatted(quoted(ENGINEER))));
    assertThat(answer.get("id").isInt()).isTrue();
    assertThat(answer.path("id").asInt()).isEqualTo(12);
    assertThat(answer.path("title").asText()).isEqualTo("Data Scientist");
    assertThat(answer.path("titleRole").asText()).isEqualTo("data_scientist");
    assertThat(answer.path("role").asText()).isEqualTo("ml_engineer");
  }

  @Test
  void htmlIsReadAsAPageIs() {
    String page =
        "<html><body><h1>Data Scientist</h1><ul><li>Design A/B tests and read experiments with"
            + " product teams<li>Causal inference, SQL and R every day, explained in plain"
            + " words</ul></body></html>";
    JsonNode answer = json(server.post("/api/v1/classify", object("html", page)));
    assertThat(answer.path("role").asText()).isEqualTo("data_scientist");
    assertThat(answer.path("text").asText()).contains("Causal inference").doesNotContain("<");
  }

  @Test
  void anArrayIsAnsweredItemByItem() {
    String items =
        "[%s, {\"id\": \"b\", \"txt\": 1}, %s]"
            .formatted(object("id", "a", "text", ENGINEER), object("text", SCIENTIST));
    HttpResponse<String> response = server.post("/api/v1/classify", items);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answers = json(response);
    assertThat(answers).hasSize(3);
    assertThat(answers.at("/0/role").asText()).isEqualTo("ml_engineer");
    assertThat(answers.at("/1/id").asText()).isEqualTo("b");
    assertThat(answers.at("/1/error/code").asText()).isEqualTo("unknown_field");
    assertThat(answers.at("/2/role").asText()).isEqualTo("data_scientist");
    assertThat(json(server.post("/api/v1/classify", "[]"))).isEmpty();
    String many = "[" + "{},".repeat(100) + "{}]";
    assertThat(server.post("/api/v1/classify", many).statusCode()).isEqualTo(413);
  }

  @Test
  void postingsThatCannotBeJudgedSaySo() {
    JsonNode answer = json(server.classify("Wir suchen dich."));
    assertThat(answer.get("role").isNull()).isTrue();
    assertThat(answer.path("warnings")).isNotEmpty();
  }

  @Test
  void filesAreAnsweredByTheirKind() {
    for (String name : new String[] {"posting.txt", "../../etc/posting.md", "C:\\posting.txt"}) {
      HttpResponse<String> response = server.upload("/api/v1/classify/file", name, utf8(ENGINEER));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(json(response).path("role").asText()).isEqualTo("ml_engineer");
      assertThat(json(response).path("text").asText()).isEqualTo(ENGINEER);
      assertThat(json(response).path("id").asText()).matches("posting\\.(txt|md)");
    }
    String page = "<h1>Data Scientist</h1><p>" + SCIENTIST + "</p>";
    assertThat(
            json(server.upload("/api/v1/classify/file", "page.html", utf8(page)))
                .path("role")
                .asText())
        .isEqualTo("data_scientist");
  }

  @Test
  void filesThatHoldNoPostingAreRefusedInWords() {
    String path = "/api/v1/classify/file";
    expect(server.upload(path, "posting.txt", new byte[0]), 422, "empty_text");
    expect(server.upload(path, "posting.txt", new byte[] {1, 2, 0, 4}), 422, "binary_file");
    expect(
        server.upload(path, "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}), 422, "binary_file");
    expect(server.upload(path, "rows.csv", new byte[0]), 422, "missing_column");
    expect(server.upload(path, "a.txt", new byte[(10 << 20) + 1]), 413, "too_large");
    expect(server.post(path, object("text", ENGINEER)), 415, "unsupported_type");
    expect(
        server.send(
            server
                .request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("no part"))),
        400,
        "malformed_form");
  }

  @Test
  void documentsAreReadIfTheModuleIsThereAndElseRefused() {
    HttpResponse<String> refused =
        server.upload("/api/v1/classify/file", "posting.pdf", utf8("%PDF-1.7 nothing"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("code").asText())
        .isIn("unreadable_document", "unsupported_document");
    Documents none = new Documents(java.util.List.of());
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> none.text("a.PDF", utf8("x"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("without the module");
  }

  @Test
  void reportIsAFileThatLoadsNothing() {
    String hostile = "<script>alert(1)</script>" + ENGINEER + "<img src=x onerror=alert(1)>";
    String body =
        object("text", hostile, "title", "\"><script>", "company", "</title><script>", "id", "<b>");
    HttpResponse<String> response = server.post("/api/v1/report", body);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("text/html"));
    assertThat(response.body())
        .contains("ML Engineer", "&lt;script&gt;")
        .doesNotContain("<script", "<img", "<b>", "@import", "url(");
  }

  @Test
  void addressesAreFetchedAndTheirOutcomesExplained() throws Exception {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          boolean job = exchange.getRequestURI().getPath().equals("/job");
          byte[] page = utf8(PAGE.formatted(quoted("<p>" + SCIENTIST.repeat(2) + "</p>")));
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(job ? 200 : 404, job ? page.length : -1);
          if (job) {
            exchange.getResponseBody().write(page);
          }
          exchange.close();
        });
    site.start();
    try (TestServer fetching = TestServer.knowing(Map.of("jobs.example.com", site.getAddress()))) {
      JsonNode answer =
          json(fetching.post("/api/v1/classify", object("url", "https://jobs.example.com/job")));
      assertThat(answer.path("role").asText()).as(answer.toString()).isEqualTo("data_scientist");
      assertThat(answer.path("id").asText()).contains("jobs.example.com/job");
      assertThat(answer.path("text").asText()).contains("Causal inference");
      HttpResponse<String> gone =
          fetching.post("/api/v1/classify", object("url", "https://jobs.example.com/gone"));
      expect(gone, 422, OutcomeKind.EXPIRED.name());
    } finally {
      site.stop(0);
    }
  }

  @Test
  void addressesOfThisMachineAreNotFetched() {
    int port = server.server().port();
    for (String url :
        new String[] {
          "http://127.0.0.1:" + port + "/health",
          "http://localhost/",
          "http://[::1]/",
          "http://169.254.169.254/latest/meta-data",
          "http://2130706433/",
          "http://10.0.0.1/"
        }) {
      expect(server.post("/api/v1/classify", object("url", url)), 422, "SSRF_BLOCKED");
    }
    for (String none :
        new String[] {"file:///etc/passwd", "ftp://example.com/x", "jobs", "http:///"}) {
      expect(server.post("/api/v1/classify", object("url", none)), 422, "no_address");
    }
    try (TestServer offline = TestServer.start(ServerSettings.local(0).offline())) {
      expect(
          offline.post("/api/v1/classify", object("url", "https://example.com/job")),
          422,
          "OFFLINE");
    }
  }

  @Test
  void answersAreTheSameTogetherAndAlone() {
    try (TestServer alone = TestServer.start(ServerSettings.local(0).oneByOne())) {
      assertThat(alone.classify(SCIENTIST).body()).isEqualTo(server.classify(SCIENTIST).body());
    }
  }

  static void expect(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.path("code").asText()).as(response.body()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception", "\tat ", ".java:");
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
