package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.text.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherScoresTest {

  private static final List<CorpusPosting> POSTINGS = AuthoredCorpus.some(2);

  @TempDir private Path directory;

  private TeacherScores ask(List<CorpusPosting> postings, String teacher, Heard heard)
      throws IOException {
    try (RoleModel model = RoleModel.open(Shipped.ROLE_MODEL)) {
      return TeacherScores.ask(model, teacher, postings, directory.resolve("scores.jsonl"), heard);
    }
  }

  /** Remembers the phases. */
  private static final class Heard implements TrainingListener {
    private String phase = "";

    @Override
    public void phase(String what) {
      phase = what;
    }

    @Override
    public void step(int epoch, int step, int stepsInEpoch, double loss) {}

    @Override
    public void epoch(int epoch, int count, double loss, double validation, double seconds) {}
  }

  @Test
  void scoresAreTheTeachersPredictions() throws IOException {
    TeacherScores scores = ask(POSTINGS, "shipped", new Heard());
    List<List<Segment>> segments = POSTINGS.stream().map(CorpusPosting::segments).toList();
    try (RoleModel model = RoleModel.open(Shipped.ROLE_MODEL)) {
      List<Prediction> expected = model.predict(segments);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(scores.of(POSTINGS.get(i))).isEqualTo(expected.get(i));
      }
    }
  }

  @Test
  void whatIsInTheFileIsNotAskedAgain() throws IOException {
    TeacherScores half = ask(POSTINGS.subList(0, 3), "shipped", new Heard());
    Heard heard = new Heard();
    TeacherScores all = ask(POSTINGS, "shipped", heard);
    assertThat(heard.phase).contains((POSTINGS.size() - 3) + " of " + POSTINGS.size());
    assertThat(POSTINGS).allSatisfy(posting -> assertThat(all.of(posting)).isNotNull());
    assertThat(all.of(POSTINGS.get(1))).isEqualTo(half.of(POSTINGS.get(1)));
    assertThat(all.fingerprint()).isNotEqualTo(half.fingerprint());
  }

  @Test
  void unaskedPostingsHaveNoScore() throws IOException {
    TeacherScores some = ask(POSTINGS.subList(0, 3), "shipped", new Heard());
    assertThat(some.of(POSTINGS.get(4))).isNull();
    assertThat(TeacherScores.NONE.of(POSTINGS.get(0))).isNull();
    assertThat(TeacherScores.NONE.fingerprint()).isEmpty();
  }

  @Test
  void anotherTeachersFileIsRefused() throws IOException {
    ask(POSTINGS.subList(0, 1), "shipped", new Heard());
    assertThatThrownBy(() -> ask(POSTINGS, "another", new Heard()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("scores.jsonl")
        .hasMessageContaining("another teacher");
  }

  @Test
  void brokenLineIsNamed() throws IOException {
    ask(POSTINGS.subList(0, 2), "shipped", new Heard());
    Path file = directory.resolve("scores.jsonl");
    Files.writeString(file, Files.readString(file).strip() + "\n{\"text\": \"cut o");
    assertThatThrownBy(() -> ask(POSTINGS, "shipped", new Heard()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("scores.jsonl:4");
  }
}
