package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.model.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The authored postings that come with the product. */
class ShippedCorpusTest {

  private static final int SHINGLE = 5;
  private static final int RUN = 10;
  private static final double MOST_ALIKE = 0.2;
  private static final int FEWEST = 250;
  private static final int FEWEST_A_ROLE = 50;

  private static final Pattern MAIL_OR_LINK =
      Pattern.compile("\\S+@\\S+\\.\\w+|https?:|www\\.|\\b\\w+\\.(com|org|net|io|ai)\\b");

  private static final Corpus CORPUS = AuthoredCorpus.authored();

  private static final List<String[]> WORDS =
      CORPUS.postings().stream().map(ShippedCorpusTest::words).toList();

  private static String[] words(CorpusPosting posting) {
    return posting.segments().stream()
        .flatMap(segment -> segment.tokens().stream())
        .map(token -> token.normal())
        .filter(word -> Character.isLetterOrDigit(word.charAt(0)))
        .toArray(String[]::new);
  }

  @Test
  void everyRowIsUsedAndLabelled() {
    assertThat(CORPUS.problems()).isEmpty();
    assertThat(CORPUS.postings()).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(CORPUS.labelled()).hasSameSizeAs(CORPUS.postings());
    for (Role role : Role.values()) {
      assertThat(CORPUS.labelled().stream().filter(p -> p.labelled().role() == role))
          .as("postings of %s", role)
          .hasSizeGreaterThanOrEqualTo(FEWEST_A_ROLE);
    }
  }

  @Test
  void labelsInScopeStateTheirShare() {
    assertThat(CORPUS.postings())
        .allSatisfy(
            posting ->
                assertThat(posting.labelled().dsShare() != null)
                    .as("%s states a share", posting.posting().id())
                    .isEqualTo(posting.labelled().inScope()));
  }

  @Test
  void idsAreUnique() {
    assertThat(CORPUS.postings())
        .extracting(posting -> posting.posting().id().text())
        .doesNotHaveDuplicates();
  }

  @Test
  void nobodyCanBeWrittenTo() {
    assertThat(CORPUS.postings())
        .allSatisfy(
            posting ->
                assertThat(posting.posting().body().text()).doesNotContainPattern(MAIL_OR_LINK));
  }

  @Test
  void noTwoAreAlike() {
    List<Set<String>> shingles = WORDS.stream().map(words -> runs(words, SHINGLE)).toList();
    for (int i = 0; i < shingles.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(jaccard(shingles.get(i), shingles.get(j)))
            .as("likeness of %s and %s", id(i), id(j))
            .isLessThanOrEqualTo(MOST_ALIKE);
      }
    }
  }

  private static double jaccard(Set<String> first, Set<String> second) {
    long both = first.stream().filter(second::contains).count();
    return (double) both / Math.max(1, first.size() + second.size() - both);
  }

  @Test
  void noTwoShareARunOfWords() {
    Map<String, Integer> owner = new HashMap<>();
    for (int i = 0; i < WORDS.size(); i++) {
      for (String run : runs(WORDS.get(i), RUN)) {
        Integer other = owner.putIfAbsent(run, i);
        assertThat(other == null || other == i)
            .as("'%s' stands in %s and in %s", run, id(i), other == null ? "" : id(other))
            .isTrue();
      }
    }
  }

  private static Set<String> runs(String[] words, int length) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + length <= words.length; i++) {
      runs.add(String.join(" ", Arrays.copyOfRange(words, i, i + length)));
    }
    return runs;
  }

  private static String id(int posting) {
    return CORPUS.postings().get(posting).posting().id().text();
  }

  @Test
  void noSplitLeaks() {
    int[] copies = new NearCopies().groups(Shipped.segments());
    assertThat(IntStream.of(copies).distinct()).hasSize(Shipped.segments().size());
    Folds folds = Folds.of(CORPUS.postings(), 5, 1);
    for (int fold = 0; fold < 5; fold++) {
      Set<String> companies = new HashSet<>();
      folds.held(fold).forEach(posting -> companies.add(posting.posting().company()));
      List<String> outside = new ArrayList<>();
      folds.rest(fold).forEach(posting -> outside.add(posting.posting().company()));
      assertThat(outside).doesNotContainAnyElementsOf(companies);
    }
  }

  @Test
  void rubricComesWithTheLabels() {
    assertThat(Shipped.HOME.resolve("training-data/rubric.md")).isNotEmptyFile();
  }
}
