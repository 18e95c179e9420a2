package dev.truerole.classifier.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads label files: JSONL, one object with an {@code id} and label fields a line. */
final class LabelFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFiles() {}

  /** The fields by id; lines that hold no id are added to {@code problems}. */
  static Map<String, Map<String, String>> read(List<Path> files, List<String> problems) {
    Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          number++;
          if (!line.isBlank()) {
            add(line, file + ":" + number, byId, problems);
          }
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "label file " + file + " cannot be read: " + e.getMessage(), e);
      }
    }
    return byId;
  }

  private static void add(
      String line, String where, Map<String, Map<String, String>> byId, List<String> problems) {
    try {
      JsonNode object = JSON.readTree(line);
      Map<String, String> fields = new HashMap<>();
      object
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                  fields.put(field.getKey(), field.getValue().asText());
                }
              });
      String id = fields.get("id");
      if (id == null) {
        problems.add(where + ": has no id");
      } else {
        byId.put(id, fields);
      }
    } catch (IOException e) {
      problems.add(where + ": is no JSON object");
    }
  }
}
