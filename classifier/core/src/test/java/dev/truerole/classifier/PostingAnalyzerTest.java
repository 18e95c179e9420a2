package dev.truerole.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.model.ModelException;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.skill.SkillTaxonomy;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one road to an answer, with the shipped model and taxonomy. */
class PostingAnalyzerTest {

  private static final String GERMAN =
      "Wir suchen ab sofort eine Person, die mit unserem Team Vorhersagemodelle entwickelt und die "
          + "Ergebnisse den Fachabteilungen verständlich erklärt. Du bringst Erfahrung mit Python "
          + "und SQL mit und arbeitest gerne mit anderen zusammen. Wir bieten flexible "
          + "Arbeitszeiten und viel Raum für eigene Ideen.";

  private static final String SHORT = "We need you to build models in Python for our team.";

  private static final String LITTLE =
      "You will design experiments with the product team, forecast demand and explain results to "
          + "directors. You know SQL and statistics.";

  private static PostingAnalyzer analyzer;

  @BeforeAll
  static void open() {
    analyzer = new PostingAnalyzer(RoleModel.open(Shipped.ROLE_MODEL), shippedSkills());
  }

  @AfterAll
  static void close() {
    analyzer.close();
  }

  @Test
  void answersComeInTheOrderGiven() {
    List<JobPosting> postings = new ArrayList<>(Shipped.postings());
    postings.add(JobPosting.ofPlainText("short", null, SHORT));
    postings.add(JobPosting.ofPlainText("german", null, GERMAN));
    postings.add(JobPosting.ofPlainText("empty", null, ""));
    Collections.shuffle(postings, new Random(2));
    assertThat(analyzer.analyze(postings))
        .extracting(PostingAnalysis::posting)
        .containsExactlyElementsOf(postings);
  }

  @Test
  void oneByOneSaysTheSameAsTogether() {
    List<JobPosting> postings = Shipped.postings().subList(0, 60);
    List<PostingAnalysis> together = analyzer.analyze(postings);
    for (int i = 0; i < postings.size(); i++) {
      PostingAnalysis alone = analyzer.analyze(postings.get(i));
      Prediction expected = prediction(together.get(i));
      for (Role role : Role.values()) {
        assertThat(prediction(alone).probability(role))
            .isCloseTo(expected.probability(role), Offset.offset(1e-4));
      }
      assertThat(alone.skills()).isEqualTo(together.get(i).skills());
      assertThat(alone.language()).isEqualTo(together.get(i).language());
      assertThat(alone.warnings()).isEqualTo(together.get(i).warnings());
    }
  }

  private static Prediction prediction(PostingAnalysis analysis) {
    return Objects.requireNonNull(analysis.prediction());
  }

  @Test
  void rolesAloneAreTheSameWithoutSkills() {
    List<JobPosting> postings = Shipped.postings().subList(0, 30);
    List<PostingAnalysis> whole = analyzer.analyze(postings);
    try (PostingAnalyzer roles =
        PostingAnalyzer.ofRolesAlone(RoleModel.open(Shipped.ROLE_MODEL), 0)) {
      List<PostingAnalysis> alone = roles.analyze(postings);
      assertThat(alone).extracting(PostingAnalysis::skills).containsOnly(List.of());
      assertThat(alone).extracting(PostingAnalysis::asks).containsOnly(Asks.none());
      for (int i = 0; i < postings.size(); i++) {
        assertThat(alone.get(i).prediction()).isEqualTo(whole.get(i).prediction());
        assertThat(alone.get(i).evidence()).isEqualTo(whole.get(i).evidence());
      }
    }
  }

  @Test
  void authoredPostingsAreJudgedWithoutAWarning() {
    List<PostingAnalysis> analyses = analyzer.analyze(Shipped.postings());
    assertThat(analyses)
        .allSatisfy(
            analysis -> {
              assertThat(analysis.role()).isPresent();
              assertThat(analysis.warnings()).isEmpty();
              assertThat(analysis.language()).isEqualTo("en");
              assertThat(analysis.titleRole()).isNotNull();
              assertThat(analysis.model()).isNotBlank();
            });
  }

  @Test
  void textOfAnotherLanguageGetsNoRole() {
    PostingAnalysis analysis = analyze(GERMAN);
    assertThat(analysis.role()).isEmpty();
    assertThat(analysis.prediction()).isNull();
    assertThat(analysis.language()).isEqualTo("de");
    assertThat(analysis.evidence()).isEmpty();
    assertThat(codes(analysis)).containsExactly("not_english");
    assertThat(analysis.skills())
        .extracting(skill -> skill.skill().name())
        .contains("Python", "SQL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "Python", SHORT, "... !!! ???"})
  void tooShortTextGetsNoRole(String text) {
    PostingAnalysis analysis = analyze(text);
    assertThat(analysis.role()).isEmpty();
    assertThat(codes(analysis)).containsExactly("too_short");
  }

  @Test
  void littleTextIsJudgedWithAWarning() {
    PostingAnalysis analysis = analyze(LITTLE);
    assertThat(analysis.role()).isPresent();
    assertThat(codes(analysis)).containsExactly("little_text");
    assertThat(analysis.warnings().get(0).message()).contains("words: 20");
  }

  @Test
  void wordsNobodyKnowsAreStillAnswered() {
    PostingAnalysis analysis = analyze("Xyzzy plugh frotz gnusto. ".repeat(10));
    assertThat(analysis.role().isPresent() || !analysis.warnings().isEmpty()).isTrue();
  }

  @Test
  void evidenceIsSortedAndSlicesTheText() {
    for (PostingAnalysis analysis : analyzer.analyze(Shipped.postings())) {
      String text = analysis.posting().body().text();
      double last = Double.MAX_VALUE;
      for (SegmentEvidence item : analysis.evidence()) {
        assertThat(Math.abs(item.weight())).isLessThanOrEqualTo(last);
        last = Math.abs(item.weight());
        assertThat(text.substring(item.start(), item.end())).isNotBlank();
        assertThat(item.weight() < 0).isEqualTo(item.side() == SegmentEvidence.Side.OUT_OF_SCOPE);
      }
      assertThat(analysis.skills())
          .allSatisfy(
              skill ->
                  assertThat(skill.mentions()).allMatch(mention -> !mention.of(text).isBlank()));
    }
  }

  @Test
  void strongestEvidenceIsTheBestOfEachSide() {
    PostingAnalysis analysis = analyzer.analyze(Shipped.postings().get(0));
    List<SegmentEvidence> strongest = analysis.strongest(2);
    for (SegmentEvidence.Side side : SegmentEvidence.Side.values()) {
      assertThat(strongest.stream().filter(item -> item.side() == side))
          .containsExactlyElementsOf(
              analysis.evidence().stream().filter(item -> item.side() == side).limit(2).toList());
    }
  }

  @Test
  void titleIsShownButChangesNoAnswer() {
    String text = Shipped.postings().get(0).body().text();
    PostingAnalysis scientist =
        analyzer.analyze(JobPosting.ofPlainText("a", "Data Scientist", text));
    PostingAnalysis engineer = analyzer.analyze(JobPosting.ofPlainText("b", "ML Engineer", text));
    assertThat(scientist.titleRole()).isEqualTo(Role.DATA_SCIENTIST);
    assertThat(engineer.titleRole()).isEqualTo(Role.ML_ENGINEER);
    assertThat(engineer.prediction()).isEqualTo(scientist.prediction());
    assertThat(analyze(text).titleRole()).isNull();
  }

  @Test
  void noPostingsGiveNoAnswers() {
    assertThat(analyzer.analyze(List.of())).isEmpty();
  }

  private static PostingAnalysis analyze(String text) {
    return analyzer.analyze(JobPosting.ofPlainText("x", null, text));
  }

  private static List<String> codes(PostingAnalysis analysis) {
    return analysis.warnings().stream().map(Warning::code).toList();
  }

  @Test
  void whoeverPrefersSilenceGetsIt() {
    try (PostingAnalyzer careful =
        new PostingAnalyzer(RoleModel.open(Shipped.ROLE_MODEL), shippedSkills(), 0.9)) {
      int silent = 0;
      for (PostingAnalysis analysis : careful.analyze(Shipped.postings())) {
        Prediction prediction = prediction(analysis);
        boolean unsure = prediction.probability(prediction.role()) < 0.9;
        assertThat(analysis.role().isEmpty()).isEqualTo(unsure);
        assertThat(analysis.warnings().stream().anyMatch(w -> w.code().equals("unsure")))
            .isEqualTo(unsure);
        silent += unsure ? 1 : 0;
      }
      assertThat(silent).isBetween(1, Shipped.postings().size() - 1);
    }
  }

  @Test
  void aPartThatCannotBeLoadedIsNamed() {
    assertThatThrownBy(
            () ->
                PostingAnalyzer.load(
                    () -> RoleModel.open(Shipped.ROLE_MODEL),
                    () -> {
                      throw new UncheckedIOException("no taxonomy", new IOException("gone"));
                    },
                    0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("no taxonomy");
    Path missing = Path.of("nowhere");
    assertThatThrownBy(
            () ->
                PostingAnalyzer.load(
                    () -> RoleModel.open(missing), PostingAnalyzerTest::shippedSkills, 0))
        .isInstanceOf(ModelException.class);
  }

  private static SkillExtractor shippedSkills() {
    try {
      return new SkillExtractor(SkillTaxonomy.load(Shipped.HOME.resolve("training-data/skills")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void severalJobsInOneTextAreNoticed() {
    String text =
        "Data Scientist\n\nDesign experiments with our product people and explain the results to"
            + " directors every month.\n\nMachine Learning Engineer\n\nKeep the models running in"
            + " production and watch over their latency at night.\n";
    assertThat(analyzer.analyze(JobPosting.ofPlainText("two", null, text)).warnings())
        .extracting(Warning::code)
        .contains("several_jobs");
  }

  @Test
  void textWithoutDutiesIsNoticed() {
    String text =
        "About us\n\nOur company was founded by two sisters in 1960. Our mission is to make good"
            + " paper. Our customers write to us from all over the world, and we answer each letter."
            + "\n\nBenefits\n\n- Health insurance and a pension\n- Thirty days of paid vacation\n";
    assertThat(analyzer.analyze(JobPosting.ofPlainText("paper", null, text)).warnings())
        .extracting(Warning::code)
        .contains("no_duties");
  }

  @Test
  void shareLiesInItsInterval() {
    for (PostingAnalysis analysis : analyzer.analyze(Shipped.postings())) {
      Prediction.Interval likely = prediction(analysis).shareWithin(0.8);
      assertThat(prediction(analysis).dsShare()).isBetween(likely.low(), likely.high());
      assertThat(likely.low()).isNotNegative();
      assertThat(likely.high()).isLessThanOrEqualTo(1);
    }
  }
}
