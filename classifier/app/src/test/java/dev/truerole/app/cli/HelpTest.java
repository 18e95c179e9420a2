package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** The help people read, word by word; {@code -Dtruerole.golden=write} rewrites it. */
class HelpTest {

  private static final Path GOLDEN = Cli.HOME.resolve("classifier/app/src/test/resources/cli");
  private static final int WIDTH = 80;

  @TestFactory
  List<DynamicTest> helpIsAsAgreed() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("truerole", () -> check("truerole", "--help")));
    for (String command : commands().keySet()) {
      tests.add(DynamicTest.dynamicTest(command, () -> check(command, command, "--help")));
    }
    return tests;
  }

  private static void check(String name, Object... args) throws IOException {
    Cli.Result result = Cli.run(args);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).allMatch(line -> line.length() <= WIDTH);
    Path file = GOLDEN.resolve(name + ".txt");
    if ("write".equals(System.getProperty("truerole.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, result.out());
    }
    assertThat(file).as("run with -Dtruerole.golden=write and look at the change").exists();
    assertThat(result.out()).isEqualTo(Files.readString(file));
  }

  @Test
  void everyHelpFileBelongsToACommand() throws IOException {
    Set<String> expected = new TreeSet<>(commands().keySet());
    expected.add("truerole");
    Set<String> found = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(GOLDEN, "*.txt")) {
      files.forEach(file -> found.add(file.getFileName().toString().replace(".txt", "")));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void everyCommandIsRegistered() throws IOException {
    Set<String> registered =
        commands().values().stream()
            .map(command -> command.getCommandSpec().userObject().getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written = new TreeSet<>();
    Path sources = Cli.HOME.resolve("classifier/app/src/main/java/dev/truerole/app/cli");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(sources, "*Command.java")) {
      files.forEach(file -> written.add(file.getFileName().toString().replace(".java", "")));
    }
    assertThat(registered).isEqualTo(written).isNotEmpty();
  }

  @Test
  void everyCommandExplainsItsOptions() {
    commands()
        .forEach(
            (name, command) -> {
              assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
              assertThat(command.getCommandSpec().options())
                  .allSatisfy(
                      option ->
                          assertThat(option.description())
                              .as(name + " " + option.longestName())
                              .isNotEmpty());
            });
  }

  @Test
  void versionIsTheBuilds() {
    Cli.Result result = Cli.run("--version");
    assertThat(result.code()).isZero();
    assertThat(result.out()).matches("truerole (\\(unpackaged\\)|\\d+\\.\\d+\\S*)\n");
    for (String command : commands().keySet()) {
      assertThat(Cli.run(command, "--help").out()).startsWith("Usage: truerole " + command);
      assertThat(Cli.run(command, "--version").code()).isZero();
    }
  }

  private static Map<String, CommandLine> commands() {
    Console console = Console.ofProcess();
    return new TreeMap<>(Main.commandLine(console, new Installation(Cli.HOME)).getSubcommands());
  }
}
