package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The label files that come with the product: labels by id and text hash, and never a text. */
class ShippedLabelsTest {

  private static final Set<String> FIELDS =
      Set.of("id", "text_sha256", "scope", "ds_share", "confidence");

  private static final int LONGEST_VALUE = 64;
  private static final double STEP = 0.05;

  @TestFactory
  List<DynamicTest> labelsAreWhole() throws IOException {
    try (Stream<Path> files = Files.list(Shipped.LABELS)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    List<String> problems = new ArrayList<>();
    Map<String, Map<String, String>> labels = LabelFiles.read(List.of(file), problems);
    assertThat(problems).isEmpty();
    assertThat(labels).hasSameSizeAs(Files.readAllLines(file)).isNotEmpty();
    labels.forEach((id, fields) -> check(fields));
  }

  private static void check(Map<String, String> fields) {
    assertThat(FIELDS).containsAll(fields.keySet());
    assertThat(fields.values())
        .allSatisfy(value -> assertThat(value).hasSizeLessThan(LONGEST_VALUE));
    assertThat(fields.get("text_sha256")).matches("[0-9a-f]{16}");
    Label label = Label.of(fields).orElseThrow();
    Double share = label.dsShare();
    assertThat(share != null).isEqualTo(label.inScope());
    if (share != null) {
      assertThat(Math.abs(share / STEP - Math.rint(share / STEP))).isLessThan(1e-9);
    }
  }
}
