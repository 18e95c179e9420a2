package dev.truerole.app.cli;

import dev.truerole.app.web.Served;
import dev.truerole.app.web.ServerSettings;
import dev.truerole.app.web.WebServer;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.JobScraper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truerole serve}: the page and the REST API. */
@Command(
    name = "serve",
    description = "Serves the page and the REST API, on this machine only unless told otherwise.",
    footer = {
      "",
      "Nothing leaves the machine but the requests for addresses that somebody enters.",
      "There are no accounts: whoever reaches the port may use it.",
      "",
      "Examples:",
      "  truerole serve",
      "  truerole serve --port 9000 --state batches",
      "  curl -H 'Content-Type: application/json' -d '{\"text\": \"...\"}' \\",
      "      http://localhost:8080/api/v1/classify",
      "",
      "Exit code: 0 stopped, 1 could not listen, 2 wrong use."
    })
final class ServeCommand implements Callable<Integer> {

  private static final int DEFAULT_PORT = 8080;
  private static final String STANDARD_ERROR = "-";

  private final Console console;
  private final Installation installation;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 takes a free one. Default: 8080.")
  private int port = DEFAULT_PORT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on; 0.0.0.0 lets the whole network in. Default: 127.0.0.1.")
  private String host = "127.0.0.1";

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description = "A name the server may be called by beside localhost and its addresses.")
  private List<String> names = List.of();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Keep batches here. Default: a temporary folder, removed at the end.")
  private @Nullable Path state;

  @Option(
      names = "--max-upload",
      paramLabel = "MIB",
      description = "The largest file of a batch. Default: 64.")
  private int maxUpload = ServerSettings.DEFAULT_UPLOAD_MIB;

  @Option(names = "--no-fetch", description = "Fetch no addresses: nothing leaves the machine.")
  private boolean noFetch;

  @Option(
      names = "--micro-batch",
      paramLabel = "on|off",
      description = "Answer requests that come together together. Default: on.")
  private Switch microBatch = Switch.ON;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "A line of JSON a request, without its text; - for standard error.")
  private @Nullable String accessLog;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model directory. Default: the shipped one.")
  private @Nullable Path model;

  @Option(
      names = "--page",
      hidden = true,
      paramLabel = "DIR",
      description = "Serve this folder in the page's place.")
  private @Nullable Path page;

  @Mixin private final FetchMixin fetch = new FetchMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

  /** On or off. */
  enum Switch {
    ON,
    OFF
  }

  ServeCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    ServerSettings settings = settings();
    try (PrintWriter log = log();
        PostingAnalyzer analyzer = installation.analyzer(model, device);
        WebServer server = WebServer.start(settings, served(analyzer), log::println)) {
      console.err().println("TrueRole is at http://" + called() + ":" + server.port() + "/");
      serve(server);
      return ExitCodes.DONE;
    }
  }

  /** Serves until the process is told to end; what runs may end first. */
  private static void serve(WebServer server) {
    Thread end = new Thread(server::close, "truerole-stop");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      server.await();
    } catch (InterruptedException toldToEnd) {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private Served served(PostingAnalyzer analyzer) {
    JobScraper scraper = new JobScraper(fetch.fetcher(), Clock.systemUTC());
    return new Served(analyzer, scraper, installation.model(model), installation.examples());
  }

  private ServerSettings settings() {
    if (maxUpload < 1) {
      throw new UsageException("--max-upload is at least 1 (MiB), not " + maxUpload);
    }
    if (page != null && !Files.isDirectory(page)) {
      throw new UsageException("--page " + page + " is no folder");
    }
    Set<String> known =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return new ServerSettings(
        host, port, known, microBatch == Switch.ON, !noFetch, state, page, (long) maxUpload << 20);
  }

  private String called() {
    return host.equals("127.0.0.1") ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
  }

  private PrintWriter log() throws IOException {
    if (accessLog == null) {
      return new PrintWriter(Writer.nullWriter());
    }
    if (accessLog.equals(STANDARD_ERROR)) {
      return new PrintWriter(new Unclosed(console.err()), true, StandardCharsets.UTF_8);
    }
    BufferedWriter file =
        Files.newBufferedWriter(
            Path.of(accessLog), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new PrintWriter(file, true);
  }
}
