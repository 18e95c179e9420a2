package dev.truerole.classifier.skill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The skills that can be found, with the names they go by. Immutable.
 *
 * <p>A file starts with the line {@code name kind group aliases rule} (tab-separated); each further
 * line is one skill. Aliases are separated by {@code |}; one that starts with {@code =} counts in
 * its exact case only. Matching ignores case, takes hyphens for spaces and accepts plurals. The
 * rule says what must stand around a match: {@code case}, {@code next=}, {@code next!=}, {@code
 * prev=}, {@code prev!=} and {@code with=}, joined by "; ".
 */
public final class SkillTaxonomy {

  private final List<TaxonomyRow> rows;

  private SkillTaxonomy(List<TaxonomyRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads every {@code *.tsv} file of a directory, in the order of their names.
   *
   * @throws IOException if the directory or a file cannot be read
   * @throws IllegalArgumentException naming file and line of a row that is malformed or that claims
   *     a name another row has; or the directory, if it holds no skill
   */
  public static SkillTaxonomy load(Path directory) throws IOException {
    Reader reader = new Reader();
    for (Path file : files(directory)) {
      List<String> lines = Files.readAllLines(file);
      String header = lines.isEmpty() ? "" : lines.get(0);
      reader.require(header.equals(TaxonomyRow.HEADER), file + ":1: no header line");
      for (int i = 1; i < lines.size(); i++) {
        reader.read(lines.get(i), file.getFileName() + ":" + (i + 1));
      }
    }
    reader.require(!reader.rows.isEmpty(), "no skills in " + directory);
    return new SkillTaxonomy(reader.rows);
  }

  /**
   * A taxonomy of rows as they stand in a file, without the header.
   *
   * @throws IllegalArgumentException naming the row, counted from 1, that is malformed or a
   *     duplicate
   */
  public static SkillTaxonomy of(List<String> rows) {
    Reader reader = new Reader();
    for (int i = 0; i < rows.size(); i++) {
      reader.read(rows.get(i), "row " + (i + 1));
    }
    return new SkillTaxonomy(reader.rows);
  }

  /** All skills, in the order of the files. */
  public List<Skill> skills() {
    return rows.stream().map(TaxonomyRow::skill).toList();
  }

  List<TaxonomyRow> rows() {
    return rows;
  }

  /** The same without the skills of a kind. */
  SkillTaxonomy without(Skill.Kind kind) {
    return new SkillTaxonomy(rows.stream().filter(row -> row.skill().kind() != kind).toList());
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  /** Collects rows and remembers who claimed which name. */
  private static final class Reader {
    private final List<TaxonomyRow> rows = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    private void read(String line, String place) {
      try {
        TaxonomyRow row = TaxonomyRow.parse(line);
        row.aliases().forEach(alias -> claim(row.skill().name(), alias));
        rows.add(row);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }

    /** The same words may name two skills only where their case tells them apart. */
    private void claim(String skill, TaxonomyRow.Alias alias) {
      String words = alias.words();
      String key = alias.exactCase() ? FoldedText.cased(words) : FoldedText.key(words);
      String owner = owners.putIfAbsent((alias.exactCase() ? "=" : "") + key, skill);
      require(
          owner == null || owner.equals(skill), "'" + words + "' already names '" + owner + "'");
    }

    private void require(boolean condition, String complaint) {
      if (!condition) {
        throw new IllegalArgumentException(complaint);
      }
    }
  }
}
