package dev.truerole.scraper.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Finds the files that a path or a pattern stands for. */
final class InputFiles extends SimpleFileVisitor<Path> {

  private static final String WILD = "*?[{";

  private final Path root;
  private final Predicate<Path> wanted;
  private final List<Path> found = new ArrayList<>();

  private InputFiles(Path root, Predicate<Path> wanted) {
    this.root = root;
    this.wanted = wanted;
  }

  /**
   * The path itself, or the files of known kinds below it, sorted. A folder without any stands for
   * itself, as does one that cannot be read: opening it tells why.
   *
   * @param known whether a file of that name is read
   */
  static List<Path> below(Path path, Predicate<String> known) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = walk(path, Integer.MAX_VALUE, file -> known.test(file.toString()));
    return files.isEmpty() ? List.of(path) : files;
  }

  /** Whether a name stands for the files it matches: it has wild cards and no file is called so. */
  static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> WILD.indexOf(c) >= 0) && !new File(name).exists();
  }

  /** The files that match, of whatever kind, sorted; none if the pattern is no valid one. */
  static List<Path> matching(String pattern) {
    return walk(folder(pattern), depth(pattern), file -> matches(pattern, file));
  }

  /** Whether a file is, or would be, one that the pattern matches. */
  static boolean matches(String pattern, Path file) {
    Path folder = folder(pattern).toAbsolutePath().normalize();
    Path place = file.toAbsolutePath().normalize();
    return place.startsWith(folder) && matcher(parts(pattern)).matches(folder.relativize(place));
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException invalid) {
      return path -> false;
    }
  }

  /** How far down files may match. */
  private static int depth(String pattern) {
    String parts = parts(pattern);
    return parts.contains("**")
        ? Integer.MAX_VALUE
        : 1 + (int) parts.chars().filter(c -> c == '/').count();
  }

  private static Path folder(String pattern) {
    return Path.of(pattern.substring(0, firstPart(pattern)));
  }

  private static String parts(String pattern) {
    return pattern.substring(firstPart(pattern));
  }

  /** Where the first part of a path that has wild cards starts. */
  private static int firstPart(String pattern) {
    int wild = 0;
    while (WILD.indexOf(pattern.charAt(wild)) < 0) {
      wild++;
    }
    return pattern.lastIndexOf('/', wild) + 1;
  }

  private static List<Path> walk(Path folder, int depth, Predicate<Path> wanted) {
    InputFiles visitor = new InputFiles(folder, wanted);
    try {
      Files.walkFileTree(folder, Set.of(), depth, visitor);
    } catch (IOException unreadable) {
      return List.of();
    }
    visitor.found.sort(Comparator.comparing(Path::toString));
    return visitor.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file) && wanted.test(file) && !Files.isDirectory(file)) {
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
