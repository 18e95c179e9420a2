package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a command. */
class ServeCommandTest {

  @TempDir Path folder;

  @Test
  void wrongUseIsExplained() {
    expect(2, "port", Cli.run("serve", "--port", "70000"));
    expect(2, "--max-upload", Cli.run("serve", "--max-upload", "0"));
    expect(2, "--micro-batch", Cli.run("serve", "--micro-batch", "perhaps"));
    expect(2, "no folder", Cli.run("serve", "--page", folder.resolve("none")));
    expect(2, "model", Cli.run("serve", "--port", "0", "--model", folder));
  }

  @Test
  void aTakenPortIsAFailure() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      expect(1, "--port", Cli.run("serve", "--port", taken.getLocalPort()));
    }
  }

  private static void expect(int code, String word, Cli.Result result) {
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    assertThat(result.err()).contains(word).doesNotContain("\tat ");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void servesUntilItIsStopped() throws Exception {
    Path log = folder.resolve("access.jsonl");
    PipedInputStream said = new PipedInputStream();
    PipedOutputStream err = new PipedOutputStream(said);
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Thread command = new Thread(() -> ended.complete(serve(err, log)));
    command.start();
    try (Scanner lines = new Scanner(said, StandardCharsets.UTF_8)) {
      String line = lines.nextLine();
      assertThat(line).startsWith("TrueRole is at http://localhost:");
      URI address = URI.create(line.substring(line.indexOf("http"))).resolve("/health");
      HttpResponse<String> health =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(health.body()).contains("ok");
      command.interrupt();
      assertThat(ended.get(60, TimeUnit.SECONDS)).isZero();
    }
    assertThat(Cli.jsonLines(Files.readString(log)))
        .singleElement()
        .satisfies(line -> assertThat(line.path("path").asText()).isEqualTo("/health"));
  }

  private static int serve(OutputStream err, Path log) {
    try (PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      InputStream nothing = new ByteArrayInputStream(new byte[0]);
      Console console = new Console(nothing, stream, stream, false, false);
      return Main.run(
          console,
          new Installation(Cli.HOME),
          Cli.words("serve", "--port", "0", "--access-log", log));
    }
  }
}
