package dev.truerole.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The lines of JSONL files, as they stand. */
final class JsonLines {

  private JsonLines() {}

  /**
   * Reads a file, or all {@code .jsonl} and {@code .jsonl.gz} files of a folder, sorted by name.
   *
   * @throws IOException if one cannot be read or there is no line
   */
  static List<String> read(Path from) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(from)) {
      try (BufferedReader reader = open(file)) {
        reader.lines().filter(line -> !line.isBlank()).forEach(lines::add);
      }
    }
    if (lines.isEmpty()) {
      throw new IOException(from + " holds no line of JSON; name a .jsonl or .jsonl.gz file");
    }
    return lines;
  }

  /** So many of them, evenly spread; all, if there are fewer. */
  static List<String> spread(List<String> lines, int most) {
    return lines.size() <= most
        ? lines
        : IntStream.range(0, most)
            .mapToObj(i -> lines.get((int) ((long) i * lines.size() / most)))
            .toList();
  }

  private static List<Path> files(Path from) throws IOException {
    if (!Files.isDirectory(from)) {
      return List.of(from);
    }
    try (Stream<Path> inside = Files.list(from)) {
      return inside.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?")).sorted().toList();
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }
}
