package dev.truerole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers by id: those that the library gives, and what others make of them. */
final class Answers {

  static final Path HOME = Path.of(System.getProperty("truerole.home"));
  static final Path POSTINGS = HOME.resolve("training-data/postings");

  /** Figures are rounded to four decimals, so that a hair may make a step of one. */
  private static final double STEP = 1.0001e-4;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PostingAnalyzer ANALYZER = analyzer();

  private Answers() {}

  /** What the library says of all rows of files, in the words of the command line's JSON Lines. */
  static Map<String, JsonNode> ofLibrary(Path... files) {
    return byId(reported(ReportFormat.JSONL, files).lines().toList());
  }

  /** The whole report on all rows of files. */
  static String reported(ReportFormat format, Path... files) {
    StringWriter out = new StringWriter();
    try (PostingRows rows = new PostingFiles(ReadOptions.defaults()).open(List.of(files));
        ReportWriter report = format.open(out, ReportOptions.plain())) {
      List<PostingRow> read = new ArrayList<>();
      rows.forEachRemaining(read::add);
      List<JobPosting> postings = new ArrayList<>();
      read.forEach(row -> posting(row).forEach(postings::add));
      Iterator<dev.truerole.classifier.PostingAnalysis> analyses =
          ANALYZER.analyze(postings).iterator();
      for (PostingRow row : read) {
        if (row instanceof PostingRow.Failed failed) {
          report.writeFailure(failed.id(), failed.code(), failed.message());
        } else {
          report.write(analyses.next());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Stream<JobPosting> posting(PostingRow row) {
    return row instanceof PostingRow.Posting read ? Stream.of(read.posting()) : Stream.empty();
  }

  private static PostingAnalyzer analyzer() {
    try {
      SkillTaxonomy skills = SkillTaxonomy.load(HOME.resolve("training-data/skills"));
      return new PostingAnalyzer(
          RoleModel.open(HOME.resolve("models/role")), new SkillExtractor(skills));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, JsonNode> byId(Collection<String> lines) {
    Map<String, JsonNode> byId = new TreeMap<>();
    for (String line : lines) {
      JsonNode answer = parse(line);
      assertThat(byId.put(answer.get("id").asText(), answer)).as("answered twice").isNull();
    }
    return byId;
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of all files that Spark wrote into a folder. */
  static List<String> lines(Path folder) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path part : files.filter(file -> isPart(file)).sorted().toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static boolean isPart(Path file) {
    return file.getFileName().toString().startsWith("part-");
  }

  /** Text, role and skills are identical, numbers within 1e-4. */
  static void assertSame(Map<String, JsonNode> actual, Map<String, JsonNode> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((id, answer) -> assertSame(id, actual.get(id), answer));
  }

  private static void assertSame(String place, JsonNode actual, JsonNode expected) {
    if (expected.isNumber()) {
      assertThat(actual.isNumber()).as(place).isTrue();
      assertThat(actual.asDouble()).as(place).isCloseTo(expected.asDouble(), within(STEP));
    } else if (expected.isContainerNode()) {
      assertThat(actual.getNodeType()).as(place).isEqualTo(expected.getNodeType());
      assertThat(actual.size()).as(place).isEqualTo(expected.size());
      expected
          .fieldNames()
          .forEachRemaining(
              name -> {
                assertThat(actual.has(name)).as(place + "." + name).isTrue();
                assertSame(place + "." + name, actual.get(name), expected.get(name));
              });
      for (int i = 0; expected.isArray() && i < expected.size(); i++) {
        assertSame(place + "[" + i + "]", actual.get(i), expected.get(i));
      }
    } else {
      assertThat(actual).as(place).isEqualTo(expected);
    }
  }

  /** An answer without the top-level fields that hold nothing, its id as text. */
  static ObjectNode withoutNulls(JsonNode answer) {
    ObjectNode copy = answer.deepCopy();
    copy.put("id", answer.get("id").asText());
    List<String> empty = new ArrayList<>();
    copy.fieldNames().forEachRemaining(empty::add);
    empty.removeIf(name -> !copy.get(name).isNull());
    return copy.without(empty);
  }
}
