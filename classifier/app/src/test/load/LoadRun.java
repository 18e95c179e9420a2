import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.app.web.Served;
import dev.truerole.app.web.ServerSettings;
import dev.truerole.app.web.WebServer;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import dev.truerole.scraper.JobScraper;
import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Single postings at several concurrencies: over HTTP on loopback with micro-batching on and off,
 * and beside that the same model called in-process. Client and server share the machine and the
 * process. After {@code mvn package}, from the project's folder:
 *
 * <pre>
 * java -Xmx1g -cp classifier/app/target/truerole.jar classifier/app/src/test/load/LoadRun.java [SECONDS]
 * </pre>
 */
public final class LoadRun {

  private static final int[] CONCURRENCIES = {1, 8, 64};
  private static final ObjectMapper JSON = new ObjectMapper();

  private interface Asking {
    /** Whether there was an answer. */
    boolean ask(String text) throws Exception;
  }

  private LoadRun() {}

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    List<String> texts = texts();
    SkillTaxonomy taxonomy = SkillTaxonomy.load(Path.of("training-data/skills"));
    try (PostingAnalyzer analyzer =
        new PostingAnalyzer(
            RoleModel.open(Path.of("models/role"), Device.cpu()), new SkillExtractor(taxonomy))) {
      System.out.printf("%d texts, %d s each, %s%n", texts.size(), seconds, load());
      System.out.printf(
          "%-22s %5s %10s %8s %8s %8s%n", "", "conc.", "answers/s", "p50 ms", "p99 ms", "refused");
      Asking inProcess =
          text -> analyzer.analyze(JobPosting.ofPlainText("x", null, text)).model() != null;
      run("in-process", texts, 1, seconds, inProcess, false);
      for (int concurrency : CONCURRENCIES) {
        run("in-process", texts, concurrency, seconds, inProcess, true);
      }
      serve(analyzer, texts, seconds, true);
      serve(analyzer, texts, seconds, false);
      System.out.println(load());
    }
  }

  private static String load() {
    return "load average "
        + java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void serve(
      PostingAnalyzer analyzer, List<String> texts, int seconds, boolean micro) throws Exception {
    ServerSettings settings = micro ? ServerSettings.local(0) : ServerSettings.local(0).oneByOne();
    JobScraper scraper =
        new JobScraper(new HttpPageFetcher(FetchSettings.defaults()), Clock.systemUTC());
    Served served = new Served(analyzer, scraper, Path.of("models/role"), Path.of("none"));
    try (WebServer server = WebServer.start(settings, served, line -> {})) {
      HttpClient client = HttpClient.newHttpClient();
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/classify");
      Asking http =
          text ->
              client
                      .send(
                          HttpRequest.newBuilder(uri)
                              .header("Content-Type", "application/json")
                              .POST(HttpRequest.BodyPublishers.ofString(body(text)))
                              .build(),
                          HttpResponse.BodyHandlers.ofByteArray())
                      .statusCode()
                  == 200;
      String name = "HTTP, micro-batch " + (micro ? "on" : "off");
      run(name, texts, 1, seconds, http, false);
      for (int concurrency : CONCURRENCIES) {
        run(name, texts, concurrency, seconds, http, true);
      }
    }
  }

  private static String body(String text) {
    return JSON.createObjectNode().put("text", text).toString();
  }

  private static void run(
      String name, List<String> texts, int concurrency, int seconds, Asking asking, boolean printed)
      throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long start = System.nanoTime();
    ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(concurrency);
    for (int i = 0; i < concurrency; i++) {
      new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  long asked = System.nanoTime();
                  try {
                    if (asking.ask(texts.get(next.getAndIncrement() % texts.size()))) {
                      times.add(System.nanoTime() - asked);
                    } else {
                      refused.incrementAndGet();
                    }
                  } catch (Exception failed) {
                    refused.incrementAndGet();
                  }
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    if (printed) {
      print(name, concurrency, times, refused.get(), (System.nanoTime() - start) / 1e9);
    }
  }

  private static void print(
      String name,
      int concurrency,
      ConcurrentLinkedQueue<Long> times,
      int refused,
      double seconds) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-22s %5d %10.0f %8.1f %8.1f %8d%n",
        name,
        concurrency,
        sorted.length / seconds,
        at(sorted, 0.5),
        at(sorted, 0.99),
        refused);
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("training-data/postings"), "*.jsonl")) {
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          JsonNode row = JSON.readTree(line);
          texts.add(row.path("description").asText());
        }
      }
    }
    return texts;
  }
}
