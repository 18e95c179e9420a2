package dev.truerole.classifier.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.classifier.model.Evidence;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher says of postings, by their text. Kept in a file, a line a posting, to which an
 * interrupted run adds what is missing.
 */
public final class TeacherScores {

  /** No teacher. */
  public static final TeacherScores NONE = new TeacherScores("", Map.of());

  private static final int POSTINGS_AT_ONCE = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String teacher;
  private final Map<String, Prediction> byText;

  private TeacherScores(String teacher, Map<String, Prediction> byText) {
    this.teacher = teacher;
    this.byText = byText;
  }

  /** A line of the file: roles in the order of {@link Role}, evidence three values a segment. */
  private record Line(
      String text,
      List<Double> roles,
      double dsShare,
      double sigma,
      double scope,
      List<Double> evidence) {}

  /**
   * Asks a teacher about postings.
   *
   * @param fingerprint of the teacher: a file of another one is refused
   * @param file where the answers are kept
   * @throws IOException if the file cannot be used
   */
  public static TeacherScores ask(
      RoleModel teacher,
      String fingerprint,
      List<CorpusPosting> postings,
      Path file,
      TrainingListener listener)
      throws IOException {
    Map<String, Prediction> byText = read(file, fingerprint);
    List<CorpusPosting> missing =
        postings.stream().filter(posting -> !byText.containsKey(key(posting))).toList();
    listener.phase(
        "asking the teacher about " + missing.size() + " of " + postings.size() + " postings");
    try (BufferedWriter out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (byText.isEmpty()) {
        out.write(fingerprint + "\n");
      }
      int batches = (missing.size() + POSTINGS_AT_ONCE - 1) / POSTINGS_AT_ONCE;
      for (int batch = 0; batch < batches; batch++) {
        int from = batch * POSTINGS_AT_ONCE;
        List<CorpusPosting> some =
            missing.subList(from, Math.min(missing.size(), from + POSTINGS_AT_ONCE));
        List<Prediction> said =
            teacher.predict(some.stream().map(CorpusPosting::segments).toList());
        for (int i = 0; i < some.size(); i++) {
          byText.put(key(some.get(i)), said.get(i));
          out.write(JSON.writeValueAsString(line(key(some.get(i)), said.get(i))) + "\n");
        }
        out.flush();
        listener.step(0, batch + 1, batches, 0);
      }
    }
    return new TeacherScores(fingerprint, byText);
  }

  private static Map<String, Prediction> read(Path file, String fingerprint) throws IOException {
    Map<String, Prediction> byText = new HashMap<>();
    if (!Files.exists(file)) {
      return byText;
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (!lines.isEmpty() && !lines.get(0).equals(fingerprint)) {
      throw new IOException(file + " holds the answers of another teacher; remove it");
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        Line line = JSON.readValue(lines.get(i), Line.class);
        byText.put(line.text(), prediction(line));
      } catch (JsonProcessingException e) {
        throw new IOException(
            file + ":" + (i + 1) + " is no answer of a teacher; remove the line", e);
      }
    }
    return byText;
  }

  private static Line line(String key, Prediction said) {
    List<Double> evidence = new ArrayList<>();
    for (Evidence each : said.evidence()) {
      evidence.addAll(List.of(each.dataScientist(), each.mlEngineer(), each.scope()));
    }
    List<Double> roles = Arrays.stream(Role.values()).map(said::probability).toList();
    return new Line(key, roles, said.dsShare(), said.sigma(), said.scope(), evidence);
  }

  private static Prediction prediction(Line line) {
    Map<Role, Double> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      roles.put(role, line.roles().get(role.column()));
    }
    List<Double> values = line.evidence();
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < values.size() / 3; i++) {
      evidence.add(
          new Evidence(i, values.get(3 * i), values.get(3 * i + 1), values.get(3 * i + 2)));
    }
    return new Prediction(roles, line.dsShare(), line.sigma(), line.scope(), evidence);
  }

  private static String key(CorpusPosting posting) {
    return TextHash.of(posting.posting().body().text());
  }

  /** What the teacher says of a posting cut into just these segments, null if it was not asked. */
  @Nullable Prediction of(CorpusPosting posting) {
    Prediction said = byText.isEmpty() ? null : byText.get(key(posting));
    return said == null || said.evidence().size() != posting.segments().size() ? null : said;
  }

  /** Tells teachers apart, and how much they said; empty for none. */
  String fingerprint() {
    return byText.isEmpty() ? "" : " taught by " + teacher + " on " + byText.size();
  }
}
