package dev.truerole.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.Warning;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.SkillLevel;
import dev.truerole.scraper.file.PostingRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page's table shows of a row, and where the whole answer lies.
 *
 * @param row counts from 1
 * @param id as text
 * @param probability of the role, with four decimals
 * @param required names of required skills
 * @param warnings codes
 * @param code of the error in the place of an answer
 * @param offset of the answer's line in the file of answers
 */
record BatchRow(
    int row,
    String id,
    @Nullable String title,
    @Nullable String company,
    @Nullable String role,
    @Nullable Double probability,
    @Nullable Double dsShare,
    @Nullable String titleRole,
    List<String> required,
    List<String> warnings,
    @Nullable String code,
    @Nullable String message,
    long offset,
    int length) {

  private static final double STEPS = 10_000;

  static BatchRow of(int row, PostingAnalysis answer, long offset, int length) {
    Prediction prediction = answer.prediction();
    Role role = answer.role().orElse(null);
    Double share = prediction == null ? null : rounded(prediction.dsShare());
    Double sure = prediction == null || role == null ? null : rounded(prediction.probability(role));
    return new BatchRow(
        row,
        answer.posting().id().text(),
        answer.posting().title(),
        answer.posting().company(),
        role == null ? null : role.id(),
        sure,
        share,
        answer.titleRole() == null ? null : answer.titleRole().id(),
        answer.skills().stream()
            .filter(skill -> skill.level() == SkillLevel.REQUIRED)
            .map(skill -> skill.skill().name())
            .toList(),
        answer.warnings().stream().map(Warning::code).toList(),
        null,
        null,
        offset,
        length);
  }

  static BatchRow of(int row, PostingRow.Failed failed, long offset, int length) {
    return new BatchRow(
        row,
        failed.id().text(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        failed.code(),
        failed.message(),
        offset,
        length);
  }

  private static double rounded(double value) {
    return Math.round(value * STEPS) / STEPS;
  }

  boolean isFailed() {
    return code != null;
  }

  /** What people see of it. */
  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("row", row).put("id", id).put("title", title).put("company", company);
    json.put("role", role).put("probability", probability).put("dsShare", dsShare);
    json.put("titleRole", titleRole);
    required.forEach(json.putArray("required")::add);
    warnings.forEach(json.putArray("warnings")::add);
    if (code != null) {
      json.putObject("error").put("code", code).put("message", message);
    }
    return json;
  }

  /** What is kept of it. */
  ObjectNode state() {
    return json().put("offset", offset).put("length", length);
  }

  static BatchRow of(JsonNode json) {
    return new BatchRow(
        json.path("row").asInt(),
        json.path("id").asText(),
        json.path("title").textValue(),
        json.path("company").textValue(),
        json.path("role").textValue(),
        number(json.path("probability")),
        number(json.path("dsShare")),
        json.path("titleRole").textValue(),
        names(json.path("required")),
        names(json.path("warnings")),
        json.at("/error/code").textValue(),
        json.at("/error/message").textValue(),
        json.path("offset").asLong(),
        json.path("length").asInt());
  }

  private static @Nullable Double number(JsonNode json) {
    return json.isNumber() ? json.asDouble() : null;
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    if (array instanceof ArrayNode all) {
      all.forEach(name -> names.add(name.asText().intern()));
    }
    return List.copyOf(names);
  }
}
