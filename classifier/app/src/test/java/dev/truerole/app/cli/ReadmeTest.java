package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README promises exists and works. Commands of blocks marked {@code sh test} are run from
 * the project's folder, with what they write going to a temporary one; those of other {@code sh}
 * blocks have to be understood.
 */
class ReadmeTest {

  private static final Path README = Cli.HOME.resolve("README.md");

  /** Words that look like classes and are none of ours. */
  private static final Set<String> FOREIGN =
      Set.of("ArchUnit", "AssertJ", "FastCSV", "GitHub", "NullAway", "OpenNLP", "PyTorch");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```[ \\t]*$");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");

  /** A link to a file of the project. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)[^)]*\\)");

  /** A path in the project as code. */
  private static final Pattern FILE =
      Pattern.compile("`((?:classifier|scraper|models|training-data)/[\\w./-]*)`");

  private static final Pattern FULL_NAME = Pattern.compile("dev\\.truerole(?:\\.\\w+)*");
  private static final Pattern ROOM = Pattern.compile("(?:scraper|classifier|app)(?:\\.[a-z]+)+");
  private static final Pattern CLASS =
      Pattern.compile("\\b(?:[A-Z][a-z0-9]+){2,}(?:[A-Z]{2})?\\b|\\b[A-Z][a-z]+(?:IT)\\b");

  private static final Pattern WORD =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([|<>;]|&&|2>)|([^\\s|<>;\"']+)");

  @TempDir Path written;

  /** A fenced block: what follows its opening backticks, and its lines. */
  private record Block(String info, String content) {

    /** Its lines with continued ones joined, without comments. */
    List<String> commands() {
      return content
          .replaceAll("\\\\\\n\\s*", " ")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void everyClassAndPackageNamedExists() {
    Set<String> classes = new HashSet<>();
    Set<String> packages = new HashSet<>();
    readSources(classes, packages);
    String prose = FENCE.matcher(readme()).replaceAll("");
    Set<String> unknown = new TreeSet<>();
    CODE.matcher(prose)
        .results()
        .map(found -> found.group(1))
        .forEach(code -> unknown.addAll(unknownNames(code, classes, packages)));
    assertThat(unknown).as("names in the README that are in no source").isEmpty();
  }

  @Test
  void everyFileNamedExists() {
    String prose = FENCE.matcher(readme()).replaceAll("");
    List<String> missing =
        Stream.of(LINK, FILE)
            .flatMap(pattern -> pattern.matcher(prose).results())
            .map(found -> found.group(1))
            .filter(name -> Files.notExists(Cli.HOME.resolve(name)))
            .toList();
    assertThat(missing).as("files the README names or links to").isEmpty();
  }

  private static Set<String> unknownNames(String code, Set<String> classes, Set<String> packages) {
    Set<String> unknown = new TreeSet<>();
    Matcher full = FULL_NAME.matcher(code);
    while (full.find()) {
      String name = full.group();
      boolean isClass =
          packages.contains(name.replaceFirst("\\.\\w+$", ""))
              && classes.contains(name.substring(name.lastIndexOf('.') + 1));
      if (!isClass && packages.stream().noneMatch(known -> (known + ".").startsWith(name + "."))) {
        unknown.add(name);
      }
    }
    if (ROOM.matcher(code).matches() && !packages.contains("dev.truerole." + code)) {
      unknown.add(code);
    }
    if (code.matches("[\\w.]+")) {
      CLASS
          .matcher(code)
          .results()
          .map(found -> found.group())
          .filter(name -> !classes.contains(name) && !FOREIGN.contains(name))
          .forEach(unknown::add);
    }
    return unknown;
  }

  private static void readSources(Set<String> classes, Set<String> packages) {
    for (String module : List.of("scraper", "classifier")) {
      try (Stream<Path> files = Files.walk(Cli.HOME.resolve(module))) {
        files
            .map(Path::toString)
            .filter(file -> file.endsWith(".java") && file.contains("/src/"))
            .forEach(
                file -> {
                  String path = file.replaceFirst(".*/src/\\w+/java/", "").replace(".java", "");
                  int end = path.lastIndexOf('/');
                  classes.add(path.substring(end + 1));
                  packages.add(path.substring(0, Math.max(0, end)).replace('/', '.'));
                });
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void namesThatAreGoneAreFound() {
    Set<String> classes = Set.of("LeverParser", "JobPosting");
    Set<String> packages = Set.of("dev.truerole.scraper.board", "dev.truerole.app.cli");
    for (String good :
        List.of(
            "LeverParser",
            "dev.truerole.scraper",
            "dev.truerole.scraper.board.LeverParser",
            "scraper.board",
            "mvn -B verify",
            "PyTorch",
            "SQL")) {
      assertThat(unknownNames(good, classes, packages)).as(good).isEmpty();
    }
    for (String bad :
        List.of(
            "LeverReader",
            "JobPosting.LeverReader",
            "dev.truerole.scraper.web",
            "dev.truerole.scraper.board.LeverReader",
            "scraper.web")) {
      assertThat(unknownNames(bad, classes, packages)).as(bad).isNotEmpty();
    }
  }

  @TestFactory
  List<DynamicTest> shownCommandsAreUnderstood() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Block block : blocks()) {
      if (isShell(block)) {
        for (String line : block.commands()) {
          for (List<String> command : commands(line)) {
            tests.add(DynamicTest.dynamicTest(line, () -> parse(command)));
          }
        }
      }
    }
    return tests.isEmpty() ? List.of(none()) : tests;
  }

  private static void parse(List<String> command) {
    assertThatCode(
            () ->
                Main.commandLine(Console.ofProcess(), new Installation(Cli.HOME))
                    .parseArgs(command.toArray(String[]::new)))
        .as(String.join(" ", command))
        .doesNotThrowAnyException();
  }

  @TestFactory
  List<DynamicTest> testedBlocksRun() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Block block : blocks()) {
      if (isShell(block) && List.of(block.info().split("\\s+")).contains("test")) {
        for (String line : block.commands()) {
          tests.add(DynamicTest.dynamicTest(line, () -> runLine(line)));
        }
      }
    }
    return tests.isEmpty() ? List.of(none()) : tests;
  }

  private static DynamicTest none() {
    return DynamicTest.dynamicTest("no such command", () -> assertThat(README).exists());
  }

  /** Runs a line's one command of ours; a redirected output goes to the temporary folder. */
  private void runLine(String line) {
    List<List<String>> commands = commands(line);
    assertThat(commands).as("a tested line runs ./truerole once: " + line).hasSize(1);
    List<String> args = commands.get(0).stream().map(this::placed).toList();
    List<String> placed = new ArrayList<>(args);
    int output = placed.indexOf("--output") + 1;
    if (output > 0) {
      placed.set(output, written.resolve(commands.get(0).get(output)).toString());
    }
    Cli.Result result = Cli.runOn(input(line), placed.toArray());
    assertThat(result.code()).as(line + "\n" + result.err()).isZero();
    Matcher redirect = Pattern.compile("[^2]>\\s*(\\S+)").matcher(line);
    if (redirect.find()) {
      Postings.write(written.resolve(redirect.group(1)), result.out().getBytes());
    }
  }

  /** An argument as a path that was written before, or one of the project, if it is one. */
  private String placed(String arg) {
    if (arg.startsWith("-") || arg.isEmpty()) {
      return arg;
    }
    if (Files.exists(written.resolve(arg))) {
      return written.resolve(arg).toString();
    }
    return Files.exists(Cli.HOME.resolve(arg)) ? Cli.HOME.resolve(arg).toString() : arg;
  }

  /** What is piped into the command by {@code cat FILE |} or {@code < FILE}. */
  private String input(String line) {
    Matcher piped = Pattern.compile("^cat (\\S+) \\||<\\s*(\\S+)").matcher(line);
    if (!piped.find()) {
      return "";
    }
    return Postings.read(Path.of(placed(piped.group(1) == null ? piped.group(2) : piped.group(1))));
  }

  /** The arguments of every call of {@code ./truerole} in a line of shell. */
  private static List<List<String>> commands(String line) {
    List<List<String>> commands = new ArrayList<>();
    List<String> current = new ArrayList<>();
    boolean ours = false;
    boolean first = true;
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      if (word.group(3) != null) {
        ours = false;
        first = !word.group().contains(">") && !word.group().equals("<");
        continue;
      }
      String text =
          Stream.of(word.group(1), word.group(2), word.group(4))
              .filter(group -> group != null)
              .findFirst()
              .orElseThrow();
      if (first && (text.equals("./truerole") || text.endsWith("/truerole"))) {
        ours = true;
        current = new ArrayList<>();
        commands.add(current);
      } else if (ours && text.startsWith("#")) {
        break;
      } else if (ours) {
        current.add(text);
      }
      first = first && word.group(4) != null && text.matches("[A-Z_]+=.*|time|nice");
    }
    return commands;
  }

  @Test
  void callsAreFoundInLinesOfShell() {
    Map<String, List<List<String>>> expected = new HashMap<>();
    expected.put("./truerole classify a.txt", List.of(List.of("classify", "a.txt")));
    expected.put("cat a | ./truerole classify - > b", List.of(List.of("classify", "-")));
    expected.put("NO_COLOR=1 ./truerole --help # so", List.of(List.of("--help")));
    expected.put("./truerole classify 'a b' | head -1", List.of(List.of("classify", "a b")));
    expected.put("mvn verify && ./truerole --version", List.of(List.of("--version")));
    expected.put("git clone https://example.org/x/truerole", List.of());
    expected.forEach((line, commands) -> assertThat(commands(line)).as(line).isEqualTo(commands));
  }

  private static boolean isShell(Block block) {
    return block.info().matches("(?:sh|bash|shell|console)(?:\\s.*)?");
  }

  private static List<Block> blocks() {
    return FENCE
        .matcher(readme())
        .results()
        .map(found -> new Block(found.group(1).strip(), found.group(2)))
        .toList();
  }

  private static String readme() {
    return Postings.read(README);
  }
}
