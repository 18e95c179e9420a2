package dev.truerole.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Runs the page's tests in a real Chromium: {@code mvn verify -Pbrowser}, after {@code npm ci} in
 * {@code classifier/app/src/test/browser}. Without the profile it says that they did not run.
 */
class BrowserIT {

  private static final Path APP = TestServer.HOME.resolve("classifier/app");
  private static final Path TESTS = APP.resolve("src/test/browser");
  private static final int MINUTES = 10;

  @Test
  void pageWorksInABrowser() throws Exception {
    if (!Boolean.getBoolean("truerole.browser")) {
      System.out.println(
          "The browser tests of the page did NOT run: add -Pbrowser (Node 18, Chromium, and npm ci"
              + " in classifier/app/src/test/browser).");
    }
    Assumptions.assumeTrue(Boolean.getBoolean("truerole.browser"), "browser tests did not run");
    assertThat(TESTS.resolve("node_modules")).as("run 'npm ci' in " + TESTS).isDirectory();
    assertThat(run()).as("see target/browser-tests.log").isZero();
  }

  private static int run() throws IOException, InterruptedException {
    Path log = APP.resolve("target/browser-tests.log");
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "page.test.js")
            .directory(TESTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = node.environment();
    environment.put("CHROMIUM", chromium().orElseThrow(() -> new AssertionError("no Chromium")));
    environment.put("TRUEROLE_JAR", APP.resolve("target/truerole.jar").toString());
    environment.put("SCREENSHOTS", APP.resolve("target/screenshots").toString());
    Process tests = node.start();
    if (!tests.waitFor(MINUTES, TimeUnit.MINUTES)) {
      tests.descendants().forEach(ProcessHandle::destroy);
      tests.destroy();
      throw new AssertionError("no end after " + MINUTES + " minutes\n" + Files.readString(log));
    }
    System.out.println(Files.readString(log));
    return tests.exitValue();
  }

  private static Optional<String> chromium() {
    String named = System.getenv("CHROMIUM");
    List<String> usual =
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    return Stream.concat(Stream.ofNullable(named), usual.stream())
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst();
  }
}
