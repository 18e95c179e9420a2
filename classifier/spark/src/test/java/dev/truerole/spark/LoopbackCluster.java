package dev.truerole.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone master and two workers of one core each on this machine, as processes of their own,
 * started from Spark's classes: the jars Maven brought take the place of a distribution.
 */
final class LoopbackCluster implements AutoCloseable {

  private static final String HERE = "127.0.0.1";
  private static final long PATIENCE_SECONDS = 900;

  /** Jars on the tests' class path that are neither Spark's nor needed by it. */
  private static final Pattern NOT_SPARKS =
      Pattern.compile("(?:truerole|junit|assertj|archunit|opentest4j|apiguardian|surefire).*");

  private final Path home;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final String master;

  /** A process and what it has said so far. */
  static final class Talking {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();

    private record Wait(Pattern pattern, CompletableFuture<String> found) {
      private void check(String line) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
          found.complete(matcher.groupCount() > 0 ? matcher.group(1) : line);
        }
      }
    }

    private Talking(Process process) {
      this.process = process;
      Thread reader = new Thread(this::read);
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (BufferedReader out = process.inputReader()) {
        out.lines().forEach(this::heard);
      } catch (IOException | UncheckedIOException ended) {
        heard(String.valueOf(ended.getMessage()));
      }
      ended();
    }

    private synchronized void heard(String line) {
      lines.add(line);
      waits.forEach(wait -> wait.check(line));
    }

    private synchronized void ended() {
      waits.forEach(
          wait ->
              wait.found.completeExceptionally(
                  new AssertionError("ended without " + wait.pattern + ":\n" + said())));
    }

    /** The first group of the first line that holds the pattern, said already or yet to come. */
    String await(String pattern) throws Exception {
      Wait wait = new Wait(Pattern.compile(pattern), new CompletableFuture<>());
      synchronized (this) {
        lines.forEach(wait::check);
        waits.add(wait);
      }
      return wait.found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    synchronized String said() {
      return String.join("\n", lines);
    }

    int exitCode() throws InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running:\n" + said());
      }
      return process.exitValue();
    }
  }

  private LoopbackCluster(Path home) throws Exception {
    this.home = home;
    linkJars(Files.createDirectories(home.resolve("jars")));
    Talking talking =
        java(
            "org.apache.spark.deploy.master.Master",
            "--host",
            HERE,
            "--port",
            "0",
            "--webui-port",
            "0");
    this.master = talking.await("Starting Spark master at (spark://\\S+)");
  }

  /** Starts the processes; closing ends them. */
  static LoopbackCluster start(Path home) throws Exception {
    LoopbackCluster cluster = new LoopbackCluster(home);
    try {
      for (int i = 0; i < 2; i++) {
        cluster.startWorker(i);
      }
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void startWorker(int number) throws Exception {
    Talking worker =
        java(
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            HERE,
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "2g",
            "--work-dir",
            home.resolve("work-" + number).toString(),
            master);
    workers.add(worker.process);
    worker.await("Successfully registered with master");
  }

  /** Runs {@code spark-submit}'s class with the jars that Maven has packed. */
  Talking submit(Path target, List<String> arguments) throws IOException {
    String jars;
    try (Stream<Path> files = Files.list(target.resolve("jars"))) {
      jars = files.map(Path::toString).sorted().collect(Collectors.joining(","));
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--class",
                "dev.truerole.spark.ClassifyJob",
                "--executor-memory",
                "1g",
                "--conf",
                "spark.driver.host=" + HERE,
                "--conf",
                "spark.driver.bindAddress=" + HERE,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.sql.files.maxPartitionBytes=262144",
                "--jars",
                jars,
                target.resolve("truerole-spark.jar").toString()));
    command.addAll(arguments);
    return java(command.toArray(String[]::new));
  }

  /** Kills the executor of a worker, which is all that a worker starts. */
  void killExecutor(int worker) {
    ProcessHandle executor = workers.get(worker).children().findFirst().orElseThrow();
    if (!executor.destroyForcibly()) {
      throw new AssertionError("the executor does not die");
    }
  }

  private Talking java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(List.of("-Xmx1g", "-cp", home.resolve("jars") + File.separator + "*"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", HERE);
    Process process = builder.start();
    processes.add(process);
    return new Talking(process);
  }

  /** All that spark-sql brings, and what both it and we use; nothing that is only ours. */
  private static void linkJars(Path jars) throws IOException {
    Path ours = Path.of("target", "jars").toAbsolutePath();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      String name = jar.getFileName().toString();
      boolean sparks =
          name.endsWith(".jar")
              && !NOT_SPARKS.matcher(name).matches()
              && Files.notExists(ours.resolve(name));
      if (sparks && Files.notExists(jars.resolve(name))) {
        Files.createSymbolicLink(jars.resolve(name), jar.toAbsolutePath());
      }
    }
  }

  @Override
  public void close() {
    processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    processes.forEach(Process::destroyForcibly);
  }
}
