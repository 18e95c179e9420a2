package dev.truerole.classifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.classifier.skill.Skill;
import dev.truerole.classifier.skill.SkillLevel;
import dev.truerole.classifier.skill.SkillMention;
import dev.truerole.scraper.posting.JobPosting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SkillTallyTest {

  @Test
  void countsByLevelAndRole() {
    SkillTally tally = tally(3, 2);
    SkillTally.Row python = tally.rows().get(0);
    assertThat(python.skill()).isEqualTo("Python");
    assertThat(python.postings()).isEqualTo(5);
    assertThat(python.byLevel()).containsEntry(SkillLevel.REQUIRED, 5);
    assertThat(python.byRole())
        .containsEntry(Role.DATA_SCIENTIST, 3)
        .containsEntry(Role.ML_ENGINEER, 2);
    assertThat(tally.postings(Role.ML_ENGINEER)).isEqualTo(2);
  }

  @Test
  void liftComparesWithChance() {
    assertThat(tally(6, 4).pairs())
        .containsExactly(new SkillTally.Pair("Python", "statistics", 6, 1.0));
  }

  /** y = 300 of 600 and 0 of 400; prior 500 a 300 / 1000 = 150. */
  @Test
  void oddsAreThoseOfThePaper() {
    List<SkillTally.Odds> odds = tally(300, 200).speaksFor(Role.DATA_SCIENTIST);
    assertThat(odds).hasSize(1);
    double expected = Math.log(450.0 / 650) - Math.log(150.0 / 750);
    double spread = 1.96 * Math.sqrt(1 / 450.0 + 1 / 150.0);
    assertThat(odds.get(0).skill()).isEqualTo("statistics");
    assertThat(odds.get(0).logOdds()).isCloseTo(expected, within(1e-9));
    assertThat(odds.get(0).low()).isCloseTo(expected - spread, within(1e-9));
  }

  @Test
  void nothingSetsApartWhereThereIsOneRole() {
    assertThat(tally(4, 0).speaksFor(Role.DATA_SCIENTIST)).isEmpty();
    assertThat(new SkillTally().rows()).isEmpty();
  }

  /** Scientists with Python and statistics, engineers with Python and Docker. */
  private static SkillTally tally(int scientists, int engineers) {
    SkillTally tally = new SkillTally();
    for (int i = 0; i < scientists; i++) {
      tally.add(analysis(1, "Python", "statistics"));
    }
    for (int i = 0; i < engineers; i++) {
      tally.add(analysis(0, "Python", "Kubernetes " + (i == 0 ? "" : i)));
    }
    return tally;
  }

  private static PostingAnalysis analysis(double scientist, String... skills) {
    return new PostingAnalysis(
        JobPosting.ofPlainText("x", null, "Python at work"),
        Analyses.prediction(scientist, 1 - scientist, 0, 0, scientist),
        null,
        List.of(),
        Stream.of(skills).map(SkillTallyTest::skill).toList(),
        Asks.none(),
        null,
        List.of(),
        "m");
  }

  private static RequiredSkill skill(String name) {
    return new RequiredSkill(
        new Skill(name, Skill.Kind.METHOD, "any"),
        SkillLevel.REQUIRED,
        null,
        List.of(new SkillMention(0, 6)),
        true,
        List.of(),
        null);
  }
}
