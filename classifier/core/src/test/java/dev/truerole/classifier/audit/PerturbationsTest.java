package dev.truerole.classifier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.audit.Perturbation.Original;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change has to change what it names, and nothing else. */
class PerturbationsTest {

  private static final String TEXT =
      """
      We hire a Data Scientist who works with two Machine Learning Engineers & an ML engineer.

      About us
      Brightwater is a family of mills. <Founded> long ago.

      What you will do
      - Analyze customer behavior and present the findings
      - Design experiments; summarize, organize and size them
      - Optimization of modeling code

      Benefits
      - Dental insurance and a pension
      """;

  private static final Original ORIGINAL = original(TEXT);

  static Stream<Perturbation> all() {
    return Perturbations.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSamePostingIsChangedInTheSameWay(Perturbation perturbation) {
    PostingBody once = apply(perturbation.name());
    assertThat(apply(perturbation.name())).isEqualTo(once);
    assertThat(once.blocks()).isNotEmpty();
  }

  @Test
  void namesAreDistinct() {
    assertThat(Perturbations.all()).extracting(Perturbation::name).doesNotHaveDuplicates();
  }

  @Test
  void roleNamesChangePlaces() {
    assertThat(text("role names swapped"))
        .startsWith(
            "We hire a Machine Learning Engineer who works with two Data Scientists & an Data"
                + " Scientist.");
  }

  @Test
  void boilerplateGoesAndComes() {
    assertThat(text("all three removed"))
        .doesNotContain("Brightwater", "Dental")
        .contains("Design experiments");
    assertThat(text("all three added"))
        .contains("Brightwater", "vision insurance", "without regard");
  }

  @Test
  void layoutChangesKeepTheWords() {
    assertThat(text("line breaks stripped")).doesNotContain("\n").contains("findings - Design");
    assertThat(text("bullets to prose"))
        .contains("present the findings. Design experiments; summarize, organize and size them.");
    PostingBody page = apply("as HTML");
    assertThat(page.blocks())
        .extracting(Block::kind)
        .containsExactlyElementsOf(ORIGINAL.body().blocks().stream().map(Block::kind).toList());
    assertThat(page.text()).contains("<Founded> long ago", "Engineers & an ML engineer");
  }

  @Test
  void spellingTurnsBritish() {
    assertThat(text("British spelling"))
        .contains("Analyse customer behaviour")
        .contains("summarise, organise and size them")
        .contains("Optimisation of modelling code");
  }

  @Test
  void typosSwapLettersOfFewWords() {
    String text = "calibration ".repeat(2000);
    Perturbation typos = perturbation("typos in 3 % of words");
    String changed = typos.change().apply(original(text), new Random(3)).text();
    assertThat(changed).hasSameSizeAs(text);
    long wrong = Stream.of(changed.split(" ")).filter(word -> !word.equals("calibration")).count();
    assertThat(wrong).isBetween(30L, 90L);
  }

  private static Original original(String text) {
    PostingBody body = PostingBody.ofPlainText(text);
    return new Original(body, Segmenter.load().segment(body));
  }

  private static String text(String name) {
    return apply(name).text();
  }

  private static PostingBody apply(String name) {
    return perturbation(name).change().apply(ORIGINAL, new Random(1));
  }

  private static Perturbation perturbation(String name) {
    List<Perturbation> found =
        Perturbations.all().stream().filter(each -> each.name().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
