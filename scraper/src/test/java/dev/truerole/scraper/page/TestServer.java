package dev.truerole.scraper.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that does exactly what a route says, right or wrong. */
public final class TestServer implements AutoCloseable {

  /** Answers a request with the bytes it likes, in the time it likes. */
  public interface Route {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * What was asked.
   *
   * @param path with its query
   * @param headers by name in lower case
   */
  public record Request(String path, Map<String, String> headers) {}

  private final ServerSocket socket;
  private final Route route;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private TestServer(ServerSocket socket, Route route) {
    this.socket = socket;
    this.route = route;
  }

  /** A server that has no robots.txt unless the route answers for it. */
  public static TestServer start(Route route) {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TestServer server = new TestServer(socket, route);
      daemon(server::accept);
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "test server");
    thread.setDaemon(true);
    thread.start();
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  /** All requests but those for robots.txt. */
  public List<Request> requests() {
    return requests.stream().filter(request -> !isRobots(request)).toList();
  }

  public long robotsRequests() {
    return requests.stream().filter(TestServer::isRobots).count();
  }

  /** How many connections were ever made. */
  public int connections() {
    return connections.size();
  }

  private static boolean isRobots(Request request) {
    return request.path().equals("/robots.txt");
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        daemon(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      requests.add(request);
      route.answer(request, connection.getOutputStream());
    } catch (IOException | InterruptedException gone) {
      // The client had enough.
    }
  }

  private static Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    String[] first = String.valueOf(in.readLine()).split(" ", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Request(first.length > 1 ? first[1] : "", headers);
  }

  /** Sends a whole answer. */
  public static void send(OutputStream out, String status, String headers, byte[] body)
      throws IOException {
    String head =
        "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(status, body.length, headers);
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
    out.flush();
  }

  public static void html(OutputStream out, String body) throws IOException {
    send(out, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", body.getBytes(UTF_8));
  }

  public static void json(OutputStream out, String body) throws IOException {
    send(out, "200 OK", "Content-Type: application/json\r\n", body.getBytes(UTF_8));
  }

  public static void status(OutputStream out, String status) throws IOException {
    send(out, status, "Content-Type: text/html\r\n", new byte[0]);
  }

  /** A route behind a robots.txt; an empty one means that there is none. */
  public static Route withRobots(String robots, Route route) {
    return (request, out) -> {
      if (!isRobots(request)) {
        route.answer(request, out);
      } else if (robots.isEmpty()) {
        status(out, "404 Not Found");
      } else {
        send(out, "200 OK", "Content-Type: text/plain\r\n", robots.getBytes(UTF_8));
      }
    };
  }

  /** A route without a robots.txt. */
  public static Route open(Route route) {
    return withRobots("", route);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
