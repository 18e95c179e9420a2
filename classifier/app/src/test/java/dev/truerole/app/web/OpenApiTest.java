package dev.truerole.app.web;

import static dev.truerole.app.web.ClassifyApiTest.utf8;
import static dev.truerole.app.web.TestServer.ENGINEER;
import static dev.truerole.app.web.TestServer.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description that is served says what the server does. */
class OpenApiTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static TestServer server;
  private static JsonNode api;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    api =
        new ObjectMapper().valueToTree(new Yaml().load(server.get("/api/v1/openapi.yaml").body()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyWayInIsDescribedAndNoOther() {
    Set<String> described = new TreeSet<>();
    for (Iterator<Map.Entry<String, JsonNode>> paths = api.path("paths").fields();
        paths.hasNext(); ) {
      Map.Entry<String, JsonNode> path = paths.next();
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> {
                if (METHODS.contains(method)) {
                  described.add(method + " " + path.getKey());
                }
              });
    }
    Set<String> routed =
        server.server().routes().stream()
            .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(routed).hasSizeGreaterThan(20);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : api.findValues("$ref")) {
      assertThat(api.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void answersAreAsDescribed() {
    check("/api/v1/classify", "post", server.classify(ENGINEER));
    String items = "[" + object("text", ENGINEER) + ",{},{\"text\":\"Wir suchen dich.\"}]";
    check("/api/v1/classify", "post", server.post("/api/v1/classify", items));
    check("/api/v1/classify", "post", server.post("/api/v1/classify", "{}"));
    check(
        "/api/v1/classify/file",
        "post",
        server.upload("/api/v1/classify/file", "a.txt", utf8(ENGINEER)));
    for (String path :
        List.of("/api/v1/model", "/api/v1/examples", "/health", "/ready", "/api/v1/batches")) {
      check(path, "get", server.get(path));
    }
    check("/api/v1/batches/{id}", "get", server.get("/api/v1/batches/none"));
    for (String other :
        List.of(
            "/api/v1/model/card",
            "/api/v1/model/confusion.png",
            "/api/v1/model/reliability.png",
            "/metrics",
            "/api/v1/openapi.yaml")) {
      typed(other, "get", server.get(other));
    }
    typed("/api/v1/report", "post", server.post("/api/v1/report", object("text", ENGINEER)));
  }

  @Test
  void batchesAreAsDescribed() {
    byte[] rows = utf8(object("id", "a", "text", ENGINEER) + "\n{}\n");
    check(
        "/api/v1/batches/preview",
        "post",
        server.upload("/api/v1/batches/preview", "a.jsonl", rows));
    HttpResponse<String> accepted = server.upload("/api/v1/batches", "a.jsonl", rows);
    check("/api/v1/batches", "post", accepted);
    String job = "/api/v1/batches/" + TestServer.json(accepted).path("id").asText();
    typed("/api/v1/batches/{id}/events", "get", server.get(job + "/events"));
    check("/api/v1/batches", "get", server.get("/api/v1/batches"));
    check("/api/v1/batches/{id}", "get", server.get(job));
    check("/api/v1/batches/{id}/results", "get", server.get(job + "/results"));
    check("/api/v1/batches/{id}/results/{row}", "get", server.get(job + "/results/1"));
    check("/api/v1/batches/{id}/results/{row}", "get", server.get(job + "/results/2"));
    check("/api/v1/batches/{id}/summary", "get", server.get(job + "/summary"));
    typed("/api/v1/batches/{id}/download", "get", server.get(job + "/download"));
  }

  @Test
  void answersOfAnotherShapeAreFound() {
    JsonNode batch = api.at("/components/schemas/Batch");
    assertThat(wrongs(batch, TestServer.json("{\"id\": 1}"), ""))
        .anyMatch(wrong -> wrong.contains("id"))
        .anyMatch(wrong -> wrong.contains("status"));
  }

  /** The description of an answer's status and type. */
  private static JsonNode typed(String path, String method, HttpResponse<String> response) {
    JsonNode responses = api.path("paths").path(path).path(method).path("responses");
    JsonNode described = responses.path(String.valueOf(response.statusCode()));
    described = described.isMissingNode() ? responses.path("default") : described;
    String reference = described.path("$ref").asText();
    described = reference.isEmpty() ? described : api.at(reference.substring(1));
    String type =
        response.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
    JsonNode content = described.path("content").path(type);
    assertThat(content.isMissingNode())
        .as(method + " " + path + " gives " + response.statusCode() + " " + type)
        .isFalse();
    return content.path("schema");
  }

  private static void check(String path, String method, HttpResponse<String> response) {
    JsonNode schema = typed(path, method, response);
    assertThat(wrongs(schema, TestServer.json(response), "")).as(method + " " + path).isEmpty();
  }

  /** What of a value is not as its schema says; of the words of OpenAPI those that we use. */
  private static List<String> wrongs(JsonNode schema, JsonNode value, String at) {
    List<String> wrongs = new ArrayList<>();
    if (schema.has("$ref")) {
      return wrongs(api.at(schema.path("$ref").asText().substring(1)), value, at);
    }
    if (schema.has("oneOf")) {
      for (JsonNode one : schema.path("oneOf")) {
        if (wrongs(one, value, at).isEmpty()) {
          return wrongs;
        }
      }
      wrongs.add(at + " is none of several: " + value);
      return wrongs;
    }
    if (value.isNull()) {
      if (schema.has("type") && !schema.path("nullable").asBoolean()) {
        wrongs.add(at + " is null");
      }
      return wrongs;
    }
    if (!isOf(schema.path("type").asText(), value)) {
      wrongs.add(at + " is no " + schema.path("type").asText() + ": " + value);
      return wrongs;
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      wrongs.add(at + " is none of " + schema.path("enum") + ": " + value);
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        wrongs.add(at + "/" + name.asText() + " is missing");
      }
    }
    for (Iterator<Map.Entry<String, JsonNode>> fields = value.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      JsonNode known = schema.path("properties").path(field.getKey());
      JsonNode more = schema.path("additionalProperties");
      JsonNode expected = known.isMissingNode() ? more : known;
      if (expected.isObject()) {
        wrongs.addAll(wrongs(expected, field.getValue(), at + "/" + field.getKey()));
      }
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> wrongs.addAll(wrongs(schema.path("items"), item, at + "[]")));
    }
    return wrongs;
  }

  private static boolean contains(JsonNode all, JsonNode value) {
    for (JsonNode one : all) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }
}
