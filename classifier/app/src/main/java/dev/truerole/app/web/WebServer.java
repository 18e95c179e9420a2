package dev.truerole.app.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The page and the REST API on one port. Closing lets what runs end, for a while, and refuses what
 * comes; the analyzer stays open.
 */
public final class WebServer implements AutoCloseable {

  private static final String PAGE = "/dev/truerole/app/web/page";

  /** Beyond this requests wait to be read; answering needs none of these. */
  private static final int THREADS = 100;

  private static final int IDLE_MILLIS = 20_000;
  private static final int MAX_HEADER_BYTES = 8 << 10;
  private static final long STOP_MILLIS = 10_000;

  /** Slower senders of bodies are cut off. */
  private static final long MIN_BYTES_A_SECOND = 1_000;

  private final Javalin javalin;
  private final Answers answers;
  private final BatchDesk desk;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean stopping;

  private WebServer(ServerSettings settings, Served served, Consumer<String> log)
      throws IOException {
    Metrics metrics = new Metrics();
    AnswerQueue queue = new AnswerQueue(served.analyzer(), settings.microBatching(), metrics);
    answers = new Answers(queue, served.scraper(), settings.fetches(), metrics);
    desk = new BatchDesk(settings.state(), served.analyzer(), metrics);
    List<Route> routes = new ArrayList<>();
    Stream.of(
            new ClassifyRoutes(answers).routes(),
            new BatchRoutes(desk, settings.maxUploadBytes()).routes(),
            new ModelRoutes(served).routes(),
            new ServiceRoutes(metrics, () -> !stopping).routes())
        .forEach(routes::addAll);
    Guard guard = new Guard(settings);
    AccessLog access = new AccessLog(log, Clock.systemUTC());
    javalin =
        Javalin.create(
            config -> {
              configure(config, settings);
              config.routes.before(
                  context -> {
                    Guard.protect(context);
                    guard.check(context);
                  });
              routes.forEach(
                  route ->
                      config.routes.addHttpHandler(route.method(), route.path(), route.handler()));
              Problems.register(config.routes);
              config.requestLogger.http(
                  (context, millis) -> {
                    access.request(context, millis / 1000);
                    metrics.request(
                        context.req().getMethod(),
                        routeOf(context),
                        context.statusCode(),
                        millis / 1000);
                  });
            });
  }

  /**
   * Starts a server.
   *
   * @param log takes a line of JSON a request, without anything of its text
   * @throws IOException if the port is taken or the folder of batches cannot be used
   */
  public static WebServer start(ServerSettings settings, Served served, Consumer<String> log)
      throws IOException {
    WebServer server = new WebServer(settings, served, log);
    try {
      server.javalin.start(settings.host(), settings.port());
      return server;
    } catch (RuntimeException failure) {
      server.close();
      throw new IOException(
          settings.host() + ":" + settings.port() + " cannot be listened on: " + why(failure),
          failure);
    }
  }

  private static String why(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "the port is taken or not allowed; name another with --port";
      }
    }
    return String.valueOf(failure.getMessage());
  }

  /** The port listened on. */
  public int port() {
    return javalin.port();
  }

  /** Waits until the server is closed. */
  public void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    stopping = true;
    desk.close();
    javalin.stop();
    answers.close();
    closed.countDown();
  }

  private static void configure(JavalinConfig config, ServerSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.jetty.modifyHttpConfiguration(WebServer::configure);
    config.jetty.modifyServer(WebServer::configure);
    config.staticFiles.add(
        files -> {
          Path page = settings.page();
          files.hostedPath = "/";
          files.directory = page == null ? PAGE : page.toString();
          files.location = page == null ? Location.CLASSPATH : Location.EXTERNAL;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setIdleTimeout(IDLE_MILLIS);
    http.setMinRequestDataRate(MIN_BYTES_A_SECOND);
  }

  private static void configure(Server server) {
    server.setStopTimeout(STOP_MILLIS);
    server.setStopAtShutdown(false);
  }

  private static String routeOf(Context context) {
    String path = context.endpoint().path;
    return path.startsWith("/api/") || path.matches("/(?:health|ready|metrics)") ? path : "page";
  }
}
