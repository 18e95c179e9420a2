package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {

  /** Authored texts; every third of the company before it, every fifth a near-copy or a group. */
  private static final List<CorpusPosting> CORPUS = corpus();

  private static List<CorpusPosting> corpus() {
    List<CorpusPosting> corpus = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String text = Shipped.postings().get(i).body().text();
      Role role = i % 6 == 5 ? null : Role.values()[i % 4];
      String company = i % 3 == 0 ? "Company, No. " + i / 9 + "!" : "c" + i;
      corpus.add(Postings.of("p" + i, company, text, role, i % 10 == 9 ? "g" + i / 30 : null));
      if (i % 5 == 4) {
        corpus.add(Postings.of("copy" + i, null, text + "\n\nApply now.", role));
      }
      if (i % 9 == 0) {
        corpus.add(Postings.of("same" + i, "company no  " + i / 9, "Tea number " + i, role));
      }
    }
    return corpus;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10})
  void everyPostingIsInOneFold(int count) {
    Folds folds = Folds.of(CORPUS, count, 1);
    assertThat(folds.foldOf()).hasSameSizeAs(CORPUS).allMatch(fold -> fold >= 0 && fold < count);
    List<CorpusPosting> held = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      held.addAll(folds.held(fold));
      assertThat(folds.held(fold)).isNotEmpty().doesNotContainAnyElementsOf(folds.rest(fold));
      assertThat(folds.rest(fold)).containsAll(unlabelledOutside(folds, fold));
    }
    assertThat(held)
        .containsExactlyInAnyOrderElementsOf(
            CORPUS.stream().filter(posting -> posting.label() != null).toList());
  }

  private static List<CorpusPosting> unlabelledOutside(Folds folds, int fold) {
    List<CorpusPosting> outside = new ArrayList<>();
    for (int i = 0; i < CORPUS.size(); i++) {
      if (CORPUS.get(i).label() == null && folds.foldOf().get(i) != fold) {
        outside.add(CORPUS.get(i));
      }
    }
    return outside;
  }

  @Test
  void companiesCopiesAndGroupsAreNeverSplit() {
    for (long seed = 0; seed < 5; seed++) {
      Map<String, Integer> foldOf = new HashMap<>();
      List<Integer> folds = Folds.of(CORPUS, 5, seed).foldOf();
      for (int i = 0; i < CORPUS.size(); i++) {
        CorpusPosting posting = CORPUS.get(i);
        String company = posting.posting().company();
        if (company != null && company.startsWith("Company")) {
          same(foldOf, company.replaceAll("\\D", "") + " company", folds.get(i));
        } else if (company != null && company.startsWith("company")) {
          same(foldOf, company.replaceAll("\\D", "") + " company", folds.get(i));
        }
        if (posting.nearCopyGroup() != null) {
          same(foldOf, posting.nearCopyGroup(), folds.get(i));
        }
        String id = posting.posting().id().text();
        same(foldOf, id.startsWith("copy") ? "p" + id.substring(4) : id, folds.get(i));
      }
    }
  }

  private static void same(Map<String, Integer> foldOf, String key, int fold) {
    Integer before = foldOf.putIfAbsent(key, fold);
    assertThat(before == null ? fold : before).as("fold of %s", key).isEqualTo(fold);
  }

  @Test
  void rolesAreBalanced() {
    List<CorpusPosting> authored = AuthoredCorpus.authored().postings();
    Folds folds = Folds.of(authored, 5, 1);
    for (Role role : Role.values()) {
      long all = authored.stream().filter(p -> p.labelled().role() == role).count();
      for (int fold = 0; fold < 5; fold++) {
        long here = folds.held(fold).stream().filter(p -> p.labelled().role() == role).count();
        assertThat((double) here).isBetween(all / 5.0 - 2, all / 5.0 + 2);
      }
    }
  }

  @Test
  void sameSeedGivesTheSameFolds() {
    assertThat(Folds.of(CORPUS, 5, 3).foldOf()).isEqualTo(Folds.of(CORPUS, 5, 3).foldOf());
    assertThat(Folds.of(CORPUS, 5, 4).foldOf()).isNotEqualTo(Folds.of(CORPUS, 5, 3).foldOf());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void fewerThanTwoFoldsAreRefused(int count) {
    assertThatThrownBy(() -> Folds.of(CORPUS, count, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(count));
  }

  /** Three labelled postings of one company are one independent posting. */
  @Test
  void tooFewIndependentPostingsAreRefused() {
    List<CorpusPosting> few =
        List.of(
            Postings.of("a", "Acme", "Sell tea.", Role.OTHER),
            Postings.of("b", "ACME", "Bake bread.", Role.OTHER),
            Postings.of("c", "acme!", "Mend nets.", Role.OTHER),
            Postings.of("d", "Other", "Run experiments.", Role.DATA_SCIENTIST),
            Postings.of("e", "Third", "Nothing known of this one.", null));
    assertThatThrownBy(() -> Folds.of(few, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are 2");
    assertThat(Folds.of(few, 2, 1).held(0)).isNotEmpty();
  }
}
