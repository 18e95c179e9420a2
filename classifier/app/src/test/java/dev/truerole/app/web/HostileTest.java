package dev.truerole.app.web;

import static dev.truerole.app.web.ClassifyApiTest.expect;
import static dev.truerole.app.web.TestServer.ENGINEER;
import static dev.truerole.app.web.TestServer.json;
import static dev.truerole.app.web.TestServer.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever means harm or does not know better: the right status, no trace, and the server lives. */
class HostileTest {

  private static final String CLASSIFY = "/api/v1/classify";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void serverLives() {
    assertThat(server.get("/health").statusCode()).isEqualTo(200);
    assertThat(json(server.classify(ENGINEER)).path("role").asText()).isEqualTo("ml_engineer");
  }

  @Test
  void tooMuchIsRefused() {
    expect(server.post(CLASSIFY, object("text", "a ".repeat(5 << 20))), 413, "too_large");
    expect(server.post(CLASSIFY, object("text", "a ".repeat(300_000))), 413, "text_too_long");
    expect(server.post(CLASSIFY, object("text", "x", "title", "t".repeat(1_001))), 422, "too_long");
    byte[] piece = " ".repeat(1 << 16).getBytes();
    HttpRequest.Builder endless =
        server
            .request(CLASSIFY)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArrays(
                    () -> IntStream.range(0, 160).mapToObj(i -> piece).iterator()));
    expect(server.send(endless), 413, "too_large");
  }

  @Test
  void brokenJsonIsRefused() {
    String deep = "{\"text\":".repeat(1) + "[".repeat(100_000);
    for (String body :
        new String[] {
          "",
          " ",
          "{",
          "{\"text\":",
          "nul",
          "{\"text\":\"a\"} x",
          deep,
          "{\"text\":\"\0\"}",
          "{\"text\":\"a\",\"text\":\"b\"}",
          "{\"id\":" + "9".repeat(5_000) + "}",
          "'",
          "\uFEFF"
        }) {
      expect(server.post(CLASSIFY, body), 400, "malformed_json");
    }
  }

  @Test
  void wrongTypesAreRefused() {
    for (String body :
        new String[] {
          "1",
          "\"text\"",
          "null",
          "true",
          "{\"text\":1}",
          "{\"text\":[\"a\"]}",
          "{\"text\":\"a\",\"title\":{}}",
          "{\"html\":true}"
        }) {
      expect(server.post(CLASSIFY, body), 422, "wrong_type");
    }
    expect(server.post(CLASSIFY, "{}"), 422, "missing_text");
    expect(server.post(CLASSIFY, object("text", "a", "html", "b")), 422, "several_texts");
    expect(server.post(CLASSIFY, object("text", " ")), 422, "empty_text");
    expect(server.post(CLASSIFY, object("text", "a\0b")), 422, "binary_file");
    expect(server.post(CLASSIFY + "?evidence=some", object("text", "a")), 400, "wrong_parameter");
    expect(
        server.send(
            server
                .request(CLASSIFY)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(object("text", "a")))),
        415,
        "unsupported_type");
  }

  @Test
  void scriptInEveryFieldIsOnlyText() {
    String script = "<script>alert(1)</script>";
    String body =
        object("text", ENGINEER + script, "title", script, "company", script, "id", script);
    HttpResponse<String> response = server.post(CLASSIFY + "?text=true", body);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("title").asText()).isEqualTo(script);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void everyAnswerIsGuarded() {
    for (String path : new String[] {"/", "/health", "/nothing", "/api/v1/model", "/metrics"}) {
      HttpResponse<String> response = server.get(path);
      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
      assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(response.headers().map()).doesNotContainKey("Server");
      assertThat(response.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
    }
  }

  @Test
  void otherNamesAndOtherSitesAreKeptOut() throws IOException {
    assertThat(server.raw(get("/health", "evil.example"))).startsWith("HTTP/1.1 421");
    assertThat(server.raw(get("/health", "localhost.evil.example"))).startsWith("HTTP/1.1 421");
    assertThat(server.raw(get("/health", "localhost:80"))).startsWith("HTTP/1.1 200");
    assertThat(server.raw(get("/health", "[::1]:80"))).startsWith("HTTP/1.1 200");
    assertThat(server.raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    String body = object("text", ENGINEER);
    expect(
        server.send(server.posted(CLASSIFY, body).header("Origin", "https://evil.example")),
        403,
        "foreign_origin");
    expect(
        server.send(server.posted(CLASSIFY, body).header("Origin", "null")), 403, "foreign_origin");
    expect(
        server.send(server.posted(CLASSIFY, body).header("Sec-Fetch-Site", "cross-site")),
        403,
        "foreign_origin");
    String own = "http://127.0.0.1:" + server.server().port();
    assertThat(server.send(server.posted(CLASSIFY, body).header("Origin", own)).statusCode())
        .isEqualTo(200);
  }

  private static String get(String path, String host) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  }

  @Test
  void brokenHttpIsRefusedWithoutATrace() throws IOException {
    for (String broken :
        new String[] {
          "NONSENSE\r\n\r\n",
          "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
          "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
          "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "POST "
              + CLASSIFY
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
              + "Content-Length: 6\r\n\r\nabcdef",
          "POST "
              + CLASSIFY
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n"
        }) {
      assertThat(server.raw(broken))
          .as(broken.substring(0, Math.min(60, broken.length())))
          .matches("(?s)HTTP/1.1 (4|5)\\d\\d .*")
          .doesNotContain("Exception", "\tat ", ".java:", "jetty", "Jetty", "root:");
    }
  }

  @Test
  void unknownWaysInAreProblemsToo() {
    expect(server.get("/api/v1/nothing"), 404, "not_found");
    expect(server.get("/api/v1/batches/nothing"), 404, "not_found");
    expect(server.get(CLASSIFY), 405, "method_not_allowed");
    expect(
        server.send(server.request("/health").method("TRACE", HttpRequest.BodyPublishers.noBody())),
        405,
        "method_not_allowed");
  }

  @Test
  void whoStopsSendingIsCutOff() throws IOException {
    try (TestServer impatient = TestServer.impatient(1_000)) {
      String half =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{\"te"
              .formatted(CLASSIFY);
      assertThat(impatient.raw(half)).doesNotContain("200 OK", "Exception");
      assertThat(impatient.raw("GET / HTTP/1.1\r\nHos")).doesNotContain("200 OK", "Exception");
      assertThat(impatient.get("/health").statusCode()).isEqualTo(200);
    }
  }

  /** A byte now and then keeps a connection from being idle, and must not keep it open. */
  @Test
  void whoSendsDropByDropIsCutOff() throws IOException {
    ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    try (TestServer impatient = TestServer.impatient(1_000);
        Socket socket = new Socket("127.0.0.1", impatient.server().port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
              .formatted(CLASSIFY);
      out.write(head.getBytes());
      drops.scheduleAtFixedRate(() -> drop(out), 0, 20, TimeUnit.MILLISECONDS);
      assertThat(new String(socket.getInputStream().readAllBytes()))
          .doesNotContain("200 OK", "Exception");
    } catch (java.net.SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    } finally {
      drops.shutdownNow();
    }
  }

  private static void drop(OutputStream out) {
    try {
      out.write(' ');
      out.flush();
    } catch (IOException cutOff) {
      throw new java.io.UncheckedIOException(cutOff);
    }
  }

  @Test
  void aThousandAtOnceAreAnsweredOrToldToComeBack() {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      HttpRequest request = server.posted(CLASSIFY, object("text", ENGINEER)).build();
      all.add(server.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    List<HttpResponse<String>> responses = all.stream().map(CompletableFuture::join).toList();
    assertThat(responses.stream().map(HttpResponse::statusCode).distinct())
        .contains(200)
        .isSubsetOf(200, 503);
    for (HttpResponse<String> response : responses) {
      if (response.statusCode() == 503) {
        expect(response, 503, "busy");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
      }
    }
    assertThat(server.get("/metrics").body()).contains("truerole_micro_batch_postings_bucket");
  }

  @Test
  void logHoldsNoTextOfThePosting() {
    server.post(
        CLASSIFY + "?text=true&search=secret-word", object("text", "secret-word " + ENGINEER));
    server.post("/api/v1/classify/file", "secret-word");
    assertThat(server.log()).isNotEmpty();
    assertThat(String.join("\n", server.log())).doesNotContain("secret-word", "on call");
    assertThat(json(server.log().get(0)).path("status").asInt()).isPositive();
  }
}
