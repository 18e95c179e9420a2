package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.PostingBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

  private static final Segmenter SEGMENTER = Segmenter.load();

  @Test
  void nearCopiesAreJoined() {
    for (int i = 0; i < Shipped.postings().size(); i += 10) {
      String text = Shipped.postings().get(i).body().text();
      String place = text.replace("team", "crew");
      String added = "New on our board!\n\n" + text + "\n\nApply by Friday, please.";
      String shouting = text.toUpperCase();
      int[] groups = groups(text, place, added, shouting);
      assertThat(Arrays.stream(groups).distinct()).as("groups of copies of %s", i).hasSize(1);
    }
  }

  @Test
  void differentTextsStayApart() {
    int[] groups = new NearCopies().groups(Shipped.segments());
    assertThat(Arrays.stream(groups).distinct()).hasSize(Shipped.segments().size());
  }

  @Test
  void halfATextIsNoCopyOfTheOther() {
    String text = Shipped.postings().get(0).body().text();
    int[] groups = groups(text.substring(0, text.length() / 2), text.substring(text.length() / 2));
    assertThat(groups[0]).isNotEqualTo(groups[1]);
  }

  @Test
  void shortTextsAreCopiesOnlyOfThemselves() {
    int[] groups = groups("Sell tea.", "Sell tea", "Bake bread.");
    assertThat(groups[0]).isEqualTo(groups[1]).isNotEqualTo(groups[2]);
  }

  @Test
  void noTextsHaveNoGroups() {
    assertThat(new NearCopies().groups(List.of())).isEmpty();
  }

  private static int[] groups(String... texts) {
    List<List<Segment>> postings = new ArrayList<>();
    for (String text : texts) {
      postings.add(SEGMENTER.segment(PostingBody.ofPlainText(text)));
    }
    return new NearCopies().groups(postings);
  }
}
