package dev.truerole.app.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The page and the REST API on one port. Closing lets what runs end, for a while, and refuses what
 * comes; the analyzer stays open.
 */
public final class WebServer implements AutoCloseable {

  private static final String PAGE = "/dev/truerole/app/web/page";

  /** Beyond this requests wait to be read; answering needs none of these. */
  private static final int THREADS = 100;

  /** Connections that wait to be accepted. */
  private static final int MAX_KNOCKING = 1_024;

  private static final int IDLE_MILLIS = 20_000;
  private static final int MAX_HEADER_BYTES = 8 << 10;
  private static final long STOP_MILLIS = 10_000;

  /** A body has so many times the patience for silence to arrive in whole. */
  private static final int BODY_PATIENCE = 6;

  private final Javalin javalin;
  private final Answers answers;
  private final BatchDesk desk;
  private final List<Route> routes;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean stopping;

  private WebServer(ServerSettings settings, Served served, Consumer<String> log, int idleMillis)
      throws IOException {
    Metrics metrics = new Metrics();
    desk = new BatchDesk(settings.state(), served.analyzer(), metrics);
    AnswerQueue queue = new AnswerQueue(served.analyzer(), settings.microBatching(), metrics);
    answers = new Answers(queue, served.scraper(), settings.fetches(), metrics);
    routes =
        Stream.of(
                new ClassifyRoutes(answers).routes(),
                new BatchRoutes(desk, settings.maxUploadBytes()).routes(),
                new ModelRoutes(served).routes(),
                new ServiceRoutes(metrics, () -> !stopping).routes())
            .flatMap(List::stream)
            .toList();
    AccessLog access = new AccessLog(log, Clock.systemUTC());
    javalin =
        Javalin.create(
            config -> {
              configure(config, settings, idleMillis);
              route(config.routes, new Guard(settings));
              config.requestLogger.http(
                  (context, millis) -> ended(context, millis / 1000, access, metrics));
            });
  }

  private void route(RoutesConfig config, Guard guard) {
    config.before(
        context -> {
          Guard.protect(context);
          guard.check(context);
        });
    routes.forEach(route -> config.addHttpHandler(route.method(), route.path(), route.handler()));
    Problems.register(config);
  }

  private static void ended(Context context, double seconds, AccessLog access, Metrics metrics) {
    access.request(context, seconds);
    String method = context.method().isHttpMethod() ? context.req().getMethod() : "other";
    metrics.request(method, routeOf(context), context.statusCode(), seconds);
  }

  /**
   * Starts a server.
   *
   * @param log takes a line of JSON a request, without anything of its text
   * @throws IOException if the port is taken or the folder of batches cannot be used
   */
  public static WebServer start(ServerSettings settings, Served served, Consumer<String> log)
      throws IOException {
    return start(settings, served, log, IDLE_MILLIS);
  }

  /** The same with another patience for those who send nothing. */
  static WebServer start(
      ServerSettings settings, Served served, Consumer<String> log, int idleMillis)
      throws IOException {
    WebServer server = new WebServer(settings, served, log, idleMillis);
    try {
      server.javalin.start();
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
    return ((ServerConnector) javalin.jettyServer().server().getConnectors()[0]).getLocalPort();
  }

  /** Waits until the server is closed. */
  public void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public synchronized void close() {
    if (stopping) {
      return;
    }
    stopping = true;
    desk.close();
    javalin.stop();
    answers.close();
    closed.countDown();
  }

  /** All ways in. */
  List<Route> routes() {
    return routes;
  }

  private static void configure(JavalinConfig config, ServerSettings settings, int idleMillis) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.jetty.modifyHttpConfiguration(http -> configure(http, idleMillis));
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
    config.jetty.modifyServer(server -> configure(server, idleMillis));
    config.staticFiles.add(
        files -> {
          Path page = settings.page();
          files.hostedPath = "/";
          files.directory = page == null ? PAGE : page.toString();
          files.location = page == null ? Location.CLASSPATH : Location.EXTERNAL;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  /** Many may knock at once: a full queue of connections would leave them hanging. */
  private static Connector connector(
      Server server, HttpConfiguration http, ServerSettings settings) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(MAX_KNOCKING);
    connector.setIdleTimeout(http.getIdleTimeout());
    return connector;
  }

  private static void configure(HttpConfiguration http, int idleMillis) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setIdleTimeout(idleMillis);
  }

  private static void configure(Server server, int idleMillis) {
    server.setStopTimeout(STOP_MILLIS);
    server.setStopAtShutdown(false);
    server.setErrorHandler(new HttpProblems());
    BodyDeadline deadline = new BodyDeadline((long) BODY_PATIENCE * idleMillis);
    server.setHandler(new GracefulHandler(deadline));
  }

  private static String routeOf(Context context) {
    String path = context.endpoint().path;
    return path.startsWith("/api/") || path.matches("/(?:health|ready|metrics)") ? path : "page";
  }
}
