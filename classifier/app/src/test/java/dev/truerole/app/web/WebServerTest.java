package dev.truerole.app.web;

import static dev.truerole.app.web.TestServer.ENGINEER;
import static dev.truerole.app.web.TestServer.json;
import static dev.truerole.app.web.TestServer.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.scraper.page.FetchSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Servers that start, stop, and say how they are. */
class WebServerTest {

  @Test
  void pageModelAndExamplesAreServed() {
    try (TestServer server = TestServer.start()) {
      HttpResponse<String> page = server.get("/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(json(server.get("/api/v1/model")).at("/figures/figures")).isNotEmpty();
      assertThat(server.get("/api/v1/model/card").body()).startsWith("# Model card");
      assertThat(json(server.get("/api/v1/examples")))
          .hasSizeGreaterThan(3)
          .allSatisfy(example -> assertThat(example.path("text").asText()).isNotBlank());
    }
  }

  @Test
  void metricsCountWhatHappened() {
    try (TestServer server = TestServer.start()) {
      server.classify(ENGINEER);
      server.post("/api/v1/classify", "{}");
      server.get("/nothing/at/all?text=secret");
      assertThat(server.get("/metrics").body())
          .contains(
              "truerole_postings_total{role=\"ml_engineer\"} 1.0",
              "truerole_micro_batch_postings_count 1",
              "truerole_queue_postings 0.0",
              "truerole_batches_open 0.0",
              "route=\"/api/v1/classify\",status=\"422\"")
          .doesNotContain("secret", "/nothing");
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (TestServer server = TestServer.start()) {
      int port = server.server().port();
      assertThatThrownBy(
              () ->
                  WebServer.start(
                      ServerSettings.local(port),
                      TestServer.served(FetchSettings.defaults()),
                      line -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(":" + port)
          .hasMessageContaining("--port");
    }
  }

  @Test
  void otherNamesAreAllowedOnPurposeOnly() throws IOException {
    ServerSettings local = ServerSettings.local(0);
    ServerSettings named =
        new ServerSettings(
            local.host(), 0, Set.of("jobs.example"), true, true, null, null, 1 << 20);
    String request = "GET /health HTTP/1.1\r\nHost: Jobs.Example:80\r\nConnection: close\r\n\r\n";
    try (TestServer server = TestServer.start(named);
        TestServer other = TestServer.start(local)) {
      assertThat(server.raw(request)).startsWith("HTTP/1.1 200");
      assertThat(other.raw(request)).startsWith("HTTP/1.1 421");
    }
  }

  /** What was let in is answered, or told that the server stops; nothing is cut off. */
  @Test
  void stoppingAnswersWhatRuns() {
    TestServer server = TestServer.start();
    server.classify(ENGINEER);
    List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
    HttpRequest request =
        server
            .posted(
                "/api/v1/classify",
                "[" + (object("text", ENGINEER) + ",").repeat(19) + object("text", ENGINEER) + "]")
            .build();
    for (int i = 0; i < 8; i++) {
      running.add(server.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    CompletableFuture.anyOf(running.toArray(CompletableFuture[]::new)).join();
    server.close();
    int answered = 0;
    for (CompletableFuture<HttpResponse<String>> each : running) {
      answered += each.handle((given, cut) -> given == null ? 0 : 1).join();
    }
    assertThat(answered).isEqualTo(8);
    assertThatThrownBy(() -> server.client().send(request, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(ConnectException.class);
    server.close();
  }
}
