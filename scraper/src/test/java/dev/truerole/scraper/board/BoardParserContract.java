package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every parser of pages keeps to. */
interface BoardParserContract {

  /** The parser under test. */
  BoardParser parser();

  /** A page of its kind, with a title, a text and a list. */
  String page();

  @Test
  default void readsAPageOfItsKind() {
    JobPosting posting = read(page()).orElseThrow();
    assertThat(posting.title()).isNotBlank();
    assertThat(posting.body().text()).isNotBlank();
    assertThat(posting.body().blocks()).anyMatch(block -> block.kind() == Block.Kind.LIST_ITEM);
  }

  @Test
  default void keepsTheGivenId() {
    PostingId id = PostingId.ofLiteral("12");
    JobPosting posting = parser().parse(ParsedPage.of(new Page("here", page())), id).orElseThrow();
    assertThat(posting.id()).isEqualTo(id);
  }

  @Test
  default void bodyIsComposedAndItsBlocksAreItsWords() {
    JobPosting posting = read(page()).orElseThrow();
    assertThat(posting.body().composed()).isTrue();
    assertThat(posting.body().blocks())
        .extracting(posting.body()::slice)
        .allMatch(words -> words.equals(words.strip()) && !words.contains("\n"));
  }

  @Test
  default void readsTheSameTwice() {
    assertThat(read(page())).isEqualTo(read(page()));
  }

  @Test
  default void neverThrowsOnABrokenPage() {
    String whole = page();
    for (int length = 0; length < whole.length(); length += 7) {
      read(whole.substring(0, length));
      read(whole.substring(length));
    }
    List.of("", " ", "<", "<<<>>>", "\0", "&#0;&#xD800;", "<h1>", "</p></p>", "<script>", "\uD800")
        .forEach(this::read);
  }

  private Optional<JobPosting> read(String html) {
    return parser().parse(ParsedPage.of(new Page("here", html)), PostingId.of("x"));
  }
}
