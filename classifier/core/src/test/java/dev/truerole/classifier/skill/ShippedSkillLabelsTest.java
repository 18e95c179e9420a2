package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.classifier.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The skill labels that come with the product: names and short forms, and never a sentence. */
class ShippedSkillLabelsTest {

  private static final Path LABELS = Shipped.LABELS.resolve("skills");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_WORDS = 5;

  @Test
  void labelsAreWholeAndApart() throws IOException {
    Set<String> tuned = check("tuned.jsonl");
    Set<String> heldOut = check("held-out.jsonl");
    assertThat(tuned).hasSize(80).doesNotContainAnyElementsOf(heldOut);
    assertThat(heldOut).hasSize(80);
  }

  private static Set<String> check(String file) throws IOException {
    Set<String> ids = new HashSet<>();
    for (String line : Files.readAllLines(LABELS.resolve(file))) {
      JsonNode row = JSON.readTree(line);
      assertThat(ids.add(row.get("id").asText())).isTrue();
      assertThat(row.get("text_sha256").asText()).matches("[0-9a-f]{16}");
      row.get("skills").forEach(ShippedSkillLabelsTest::check);
    }
    return ids;
  }

  private static void check(JsonNode skill) {
    assertThat(skill.get("name").asText()).isNotBlank().hasSizeLessThan(60);
    assertThat(skill.get("level").asText()).isIn("required", "preferred", "mentioned");
    skill
        .get("forms")
        .forEach(
            form -> assertThat(form.asText().split("\\s+")).hasSizeLessThanOrEqualTo(MOST_WORDS));
  }
}
