package dev.truerole.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Runs commands in this process, as at no terminal unless told otherwise. */
final class Cli {

  /** The project's folder. */
  static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("truerole.home")));

  static final Path EXAMPLES = HOME.resolve("training-data").resolve("examples");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Cli() {}

  /** What a command did. */
  record Result(int code, String out, String err) {

    /** Standard output as JSON Lines. */
    List<JsonNode> lines() {
      return jsonLines(out);
    }

    JsonNode line() {
      List<JsonNode> lines = lines();
      if (lines.size() != 1) {
        throw new AssertionError("not one answer but " + lines.size() + ": " + out + err);
      }
      return lines.get(0);
    }
  }

  static Result run(Object... args) {
    return run(InputStream.nullInputStream(), false, args);
  }

  static Result runOn(String input, Object... args) {
    return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), false, args);
  }

  static Result runAtTerminal(Object... args) {
    return run(InputStream.nullInputStream(), true, args);
  }

  /** The same with another installation. */
  static Result runIn(Path home, Object... args) {
    return run(InputStream.nullInputStream(), false, home, args);
  }

  private static Result run(InputStream in, boolean terminal, Object... args) {
    return run(in, terminal, HOME, args);
  }

  private static Result run(InputStream in, boolean terminal, Path home, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(in, print(out), print(err), terminal, terminal);
    int code = Main.run(console, new Installation(home), words(args));
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static PrintStream print(ByteArrayOutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  static String[] words(Object... args) {
    return List.of(args).stream().map(String::valueOf).toArray(String[]::new);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  static List<JsonNode> jsonLines(String text) {
    return text.lines().map(Cli::json).toList();
  }
}
