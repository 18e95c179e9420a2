package dev.truerole.app.web;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import dev.truerole.scraper.JobScraper;
import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a port of its own with the shipped model, and a client of it. */
final class TestServer implements AutoCloseable {

  static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("truerole.home")));

  /** English, long enough, and all machine learning in production. */
  static final String ENGINEER =
      """
      Machine Learning Engineer

      You deploy machine learning models to production behind low-latency APIs and keep them \
      running.

      Requirements
      - At least 3 years of experience with Python, Docker and Kubernetes
      - Model serving, monitoring and automated retraining pipelines with CI/CD
      - You are on call one week in six and write tests for all of it
      """;

  static final String SCIENTIST =
      """
      Data Scientist

      You design and read experiments with our product teams, size effects with care and explain \
      in plain words what the numbers can and cannot say.

      Requirements
      - A degree in statistics, and SQL and R every day
      - Causal inference and A/B tests that you have planned yourself
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "a-part-ends-here";

  private static final PostingAnalyzer ANALYZER = analyzer();

  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> log = new CopyOnWriteArrayList<>();

  private TestServer(ServerSettings settings, Map<String, InetSocketAddress> hosts, int idle) {
    FetchSettings fetch = FetchSettings.defaults();
    for (Map.Entry<String, InetSocketAddress> host : hosts.entrySet()) {
      fetch = fetch.connecting(host.getKey(), host.getValue());
    }
    try {
      server = WebServer.start(settings, served(fetch), log::add, idle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Served served(FetchSettings fetch) {
    return new Served(
        ANALYZER,
        new JobScraper(new HttpPageFetcher(fetch), Clock.systemUTC()),
        HOME.resolve("models/role"),
        HOME.resolve("training-data/examples"));
  }

  static TestServer start() {
    return start(ServerSettings.local(0));
  }

  static TestServer start(ServerSettings settings) {
    return new TestServer(settings, Map.of(), 20_000);
  }

  /** A server that waits so long for those who send nothing. */
  static TestServer impatient(int idleMillis) {
    return new TestServer(ServerSettings.local(0), Map.of(), idleMillis);
  }

  /** A server to which hosts of the web are at addresses given here. */
  static TestServer knowing(Map<String, InetSocketAddress> hosts) {
    return new TestServer(ServerSettings.local(0), hosts, 20_000);
  }

  private static PostingAnalyzer analyzer() {
    try {
      SkillTaxonomy taxonomy = SkillTaxonomy.load(HOME.resolve("training-data/skills"));
      RoleModel model = RoleModel.open(HOME.resolve("models/role"), Device.cpu());
      return new PostingAnalyzer(model, new SkillExtractor(taxonomy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WebServer server() {
    return server;
  }

  List<String> log() {
    return log;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  HttpClient client() {
    return client;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpRequest.Builder posted(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  HttpResponse<String> post(String path, String json) {
    return send(posted(path, json));
  }

  HttpResponse<String> classify(String text) {
    return post("/api/v1/classify?text=true", object("text", text));
  }

  HttpResponse<String> upload(String path, String name, byte[] content, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(part("name=\"" + fields[i] + "\"")).append(fields[i + 1]).append("\r\n");
    }
    form.append(part("name=\"file\"; filename=\"" + name + "\""));
    byte[] head = form.toString().getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail))));
  }

  private static String part(String disposition) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  /** Sends bytes as they are and gives all that comes back until the server closes. */
  String raw(String bytes) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(all);
      } catch (SocketTimeoutException open) {
        throw new AssertionError("the connection stays open after: " + all, open);
      }
      return all.toString(StandardCharsets.UTF_8);
    }
  }

  static String object(String... fields) {
    var json = JSON.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) {
      json.put(fields[i], fields[i + 1]);
    }
    return json.toString();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  @Override
  public void close() {
    server.close();
  }
}
