package dev.truerole.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts to classify and files to find them in. */
final class Postings {

  /** English, long enough for a role, and nothing but machine learning in production. */
  static final String ENGINEER =
      """
      Machine Learning Engineer

      You deploy machine learning models to production behind low-latency APIs and keep them \
      running.

      Requirements
      - At least 3 years of experience with Python, Docker and Kubernetes
      - Model serving, monitoring and automated retraining pipelines with CI/CD
      - You are on call one week in six and write tests for all of it

      Nice to have
      - Kafka and Terraform
      """;

  static final String GERMAN =
      "Wir suchen eine Person, die Daten auswertet und Modelle baut, mit sehr guten Kenntnissen in"
          + " Statistik, und die gerne im Team arbeitet und Freude an Zahlen hat. Wir bieten ein"
          + " freundliches Umfeld, flexible Arbeitszeiten und viel Raum für eigene Ideen.";

  private Postings() {}

  static String row(String text) {
    return object().put("description", text).toString();
  }

  static String row(String id, String text) {
    return object().put("id", id).put("description", text).toString();
  }

  static String row(int id, String text) {
    return object().put("id", id).put("description", text).toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Path write(Path file, String... lines) {
    return write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
