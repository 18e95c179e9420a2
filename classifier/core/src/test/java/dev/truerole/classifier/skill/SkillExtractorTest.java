package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillExtractorTest {

  private static final List<String> FRAGMENTS =
      List.of(
          "Requirements:",
          "\n- ",
          "\n\n",
          ". ",
          ", ",
          " and ",
          "; ",
          " (",
          ") ",
          "/",
          "Python",
          "AWS SageMaker",
          "5+ years of ",
          "is a plus",
          "Nice to have: ",
          "C++",
          "R",
          "scikit-learn",
          "\uD83D\uDE80",
          "caf\u00e9 ",
          "time\u2011series analysis",
          "SQL\u00a0Server",
          "About us\n",
          "machine  learning",
          "\t",
          "PySpark",
          "\u2022 ",
          "preferred",
          "Python developer",
          "\u201cGo\u201d");

  @Test
  void ordersByLevelThenByFirstMention() {
    String text =
        "What you will do:\n- Tableau\n\nRequirements:\n- SQL\n- Python\n\nNice to have:\n- Git";
    assertThat(Reading.inWords(text))
        .isEqualTo("SQL required, Python required, Git preferred, Tableau mentioned");
  }

  @Test
  void keepsEveryMentionAscending() {
    String text = "Requirements:\n- Python, SQL\n- More Python (python 3)";
    RequiredSkill python = Reading.skills(text).get(0);
    assertThat(python.mentions())
        .extracting(mention -> mention.of(text))
        .containsExactly("Python", "Python", "python 3");
  }

  @Test
  void namesOneSkillForAnUnlistedNameAmongDifferentKinds() {
    String text = "Requirements:\n- Python, ZyloDb or Java\n- Tableau, ZyloDb or Git";
    assertThat(Reading.skills(text))
        .filteredOn(skill -> !skill.listed())
        .singleElement()
        .satisfies(skill -> assertThat(skill.mentions()).hasSize(2));
  }

  @Test
  void answersNothingForNothing() {
    assertThat(Reading.skills("")).isEmpty();
    assertThat(
            new SkillExtractor(SkillTaxonomy.of(List.of()))
                .extract("Python", Reading.segments("Python")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mentionsAreShortAscendingSlicesThatShareNoPlaceWithManyOthers(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      String text = randomText(random);
      int[] claims = new int[text.length()];
      for (RequiredSkill found : Reading.skills(text)) {
        int from = 0;
        for (SkillMention mention : found.mentions()) {
          assertThat(mention.start()).isGreaterThanOrEqualTo(from);
          assertThat(mention.of(text).strip()).isEqualTo(mention.of(text)).isNotEmpty();
          assertThat(mention.of(text).split("\\s+")).hasSizeLessThanOrEqualTo(6);
          for (int c = mention.start(); c < mention.end(); c++) {
            assertThat(++claims[c]).as("claims in '%s'", text).isLessThanOrEqualTo(2);
          }
          from = mention.end();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void mentionsSpellTheirSkill(long seed) {
    Random random = new Random(seed);
    SkillNames names = new SkillNames(Reading.sample());
    for (int i = 0; i < 60; i++) {
      String text = randomText(random);
      for (RequiredSkill found : Reading.skills(text)) {
        for (SkillMention mention : found.mentions()) {
          String slice = mention.of(text);
          Setting alone = Setting.of(slice, Reading.segments(slice).get(0));
          boolean otherCase = names.inOtherCase(slice).isPresent();
          if (found.listed() && !otherCase) {
            assertThat(names.find(alone)).extracting(Match::skill).contains(found.skill());
          }
        }
      }
    }
  }

  @Test
  void isThreadSafe() throws InterruptedException, ExecutionException {
    Random random = new Random(5);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      texts.add(randomText(random));
    }
    List<List<RequiredSkill>> expected = texts.stream().map(Reading::skills).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<List<RequiredSkill>>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> texts.stream().map(Reading::skills).toList()));
      }
      for (Future<List<List<RequiredSkill>>> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 5 + random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }
}
