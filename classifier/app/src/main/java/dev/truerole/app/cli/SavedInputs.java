package dev.truerole.app.cli;

import dev.truerole.scraper.CrawlInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the saved pages that an input names. */
final class SavedInputs {

  private SavedInputs() {}

  /**
   * A file, or the pages below a folder in the order of their names.
   *
   * @throws UsageException if the input is no file, no folder of pages and no address either
   */
  static List<CrawlInput> find(String name) throws IOException {
    Path path = path(name);
    if (!Files.isDirectory(path)) {
      if (!Files.isRegularFile(path)) {
        throw wrong(name);
      }
      return List.of(CrawlInput.saved(path));
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<CrawlInput> pages =
          files.filter(SavedInputs::isPage).sorted().map(CrawlInput::saved).toList();
      if (pages.isEmpty()) {
        throw new UsageException("there is no .html file in the folder " + name);
      }
      return pages;
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException noPath) {
      throw wrong(name);
    }
  }

  private static boolean isPage(Path file) {
    return Files.isRegularFile(file) && file.toString().matches("(?is).*\\.x?html?");
  }

  private static UsageException wrong(String name) {
    return new UsageException(
        "'" + name + "' is no web address; write it as https://host/path; nor is it a file");
  }
}
