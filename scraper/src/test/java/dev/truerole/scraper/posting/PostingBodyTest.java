package dev.truerole.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostingBodyTest {

  @Test
  void refusesBlocksThatOverlapOrLeaveTheText() {
    Block first = new Block(Block.Kind.PARAGRAPH, 0, 3);
    Block overlapping = new Block(Block.Kind.PARAGRAPH, 2, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostingBody.composed("abcd", List.of(first, overlapping)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostingBody.composed("ab", List.of(first)));
  }

  @Test
  void refusesEmptyBlocks() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Block(Block.Kind.HEADING, 2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Block(Block.Kind.HEADING, -1, 2));
  }

  @Test
  void plainTextIsNotComposed() {
    assertThat(PostingBody.ofPlainText("a").composed()).isFalse();
    assertThat(PostingBody.composed("", List.of()).composed()).isTrue();
  }
}
