package dev.truerole.scraper.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the files that a path stands for. */
final class InputFiles extends SimpleFileVisitor<Path> {

  private final Path root;
  private final List<Path> found = new ArrayList<>();

  private InputFiles(Path root) {
    this.root = root;
  }

  /**
   * The path itself, or the files of known kinds below it, sorted. A folder without any stands for
   * itself, as does one that cannot be read: opening it tells why.
   */
  static List<Path> below(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    InputFiles visitor = new InputFiles(path);
    try {
      Files.walkFileTree(path, visitor);
    } catch (IOException unreadable) {
      return List.of(path);
    }
    visitor.found.sort(Comparator.comparing(Path::toString));
    return visitor.found.isEmpty() ? List.of(path) : visitor.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file) && FileKind.of(file.toString()).isKnown() && !Files.isDirectory(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** Keeps what cannot be visited, so that it is not passed over in silence. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    if (!isHidden(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isHidden(Path path) {
    Path name = path.getFileName();
    return !path.equals(root) && name != null && name.toString().startsWith(".");
  }
}
