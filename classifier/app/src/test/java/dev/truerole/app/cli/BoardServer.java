package dev.truerole.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Greenhouse board of an invented employer on loopback, and pages of an invented site. */
final class BoardServer implements AutoCloseable {

  static final String BOARD = "https://boards.greenhouse.io/acme";
  private static final String API = "boards-api.greenhouse.io";
  static final String SITE = "https://jobs.example.com";

  private static final String HTML = "text/html; charset=utf-8";

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="en"><head><title>Data Engineer %d</title>
      <script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
      "title": "Data Engineer %d", "hiringOrganization": {"@type": "Organization", "name": "Acme"},
      "datePosted": "2026-10-01", "description": "<h2>Your tasks</h2><p>You will build the pipelines of %s
      </p><h2>Requirements</h2><ul><li>Three years of Java and Spark</li></ul>"}</script></head>
      <body><h1>Data Engineer</h1></body></html>
      """;

  private final HttpServer server;
  private final AtomicInteger pagesAsked = new AtomicInteger();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private volatile List<Integer> ids;

  private BoardServer(HttpServer server, List<Integer> ids) {
    this.server = server;
    this.ids = ids;
  }

  /** A board with so many postings, from 1001 on. */
  static BoardServer start(int count) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      List<Integer> ids = IntStream.range(1001, 1001 + count).boxed().toList();
      BoardServer server = new BoardServer(http, ids);
      http.createContext("/", server::answer);
      http.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void offer(List<Integer> now) {
    ids = now;
  }

  /** So many postings from 1001 on, each a page of its own, named by a sitemap. */
  URI sitemap(int count) {
    StringBuilder urls = new StringBuilder();
    for (int id = 1001; id < 1001 + count; id++) {
      page("/jobs/" + id, PAGE.formatted(id, id, own(id)));
      urls.append("<url><loc>").append(SITE).append("/jobs/").append(id).append("</loc></url>");
    }
    page(
        "/sitemap.xml",
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + urls
            + "</urlset>");
    return URI.create(SITE + "/sitemap.xml");
  }

  /** How often pages of postings were asked for. */
  int pagesAsked() {
    return pagesAsked.get();
  }

  void page(String path, String html) {
    pages.put(path, html);
  }

  /** The hidden options that send a command here. */
  List<String> options() {
    String place = "=127.0.0.1:" + server.getAddress().getPort();
    return List.of("--connect", API + place, "--connect", "jobs.example.com" + place);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String page = pages.get(path);
    if (path.equals("/v1/boards/acme/jobs")) {
      send(exchange, 200, "application/json", listing());
    } else if (page != null) {
      pagesAsked.addAndGet(path.startsWith("/jobs/") ? 1 : 0);
      send(exchange, 200, path.endsWith(".xml") ? "application/xml" : HTML, page);
    } else {
      send(exchange, 404, "text/plain", "no");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String listing() {
    List<Integer> now = ids;
    String jobs = now.stream().map(BoardServer::job).collect(Collectors.joining(","));
    return "{\"jobs\":[" + jobs + "],\"meta\":{\"total\":" + now.size() + "}}";
  }

  private static String job(int id) {
    return ("{'id':%d,'title':'Data Engineer %d','company_name':'Acme','location':{'name':'Berlin'},"
            + "'absolute_url':'%s/jobs/%d','content':'&lt;h2&gt;Your tasks&lt;/h2&gt;&lt;p&gt;You will"
            + " build the pipelines of number %d and %s.&lt;/p&gt;&lt;h2&gt;Requirements&lt;/h2&gt;"
            + "&lt;ul&gt;&lt;li&gt;Three years of Java and Spark&lt;/li&gt;&lt;/ul&gt;'}")
        .formatted(id, id, BOARD, id, id, own(id))
        .replace('\'', '"');
  }

  /** Words that no other posting has. */
  private static String own(int id) {
    return IntStream.range(0, 40)
        .mapToObj(i -> "topic" + Integer.toHexString((id * 7919 + i * 104729) % 65536))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
