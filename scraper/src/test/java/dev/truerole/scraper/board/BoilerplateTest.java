package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoilerplateTest {

  private static final String ABOUT =
      "<p>Tidewater Maps has drawn the floor of seven seas since eighteen hundred and four.</p>";
  private static final String OFFER = "<h3>We offer</h3><ul><li>Sea air</li><li>Tea</li></ul>";

  @Test
  void whatMostPostingsRepeatIsMarked() {
    List<JobPosting> board =
        board(
            job("Diver", "<h3>Skills</h3><ul><li>Diving</li><li>Java</li></ul>"),
            job("Baker", "<h3>Skills</h3><ul><li>Rye</li><li>Java</li></ul>"),
            job("Sailor", "<h3>Skills</h3><ul><li>Knots</li><li>Java</li></ul>"),
            posting("Guest", "<p>Nothing in common with the others.</p>"));
    assertThat(repeated(board.get(0)))
        .containsExactly(
            "Tidewater Maps has drawn the floor of seven seas since eighteen hundred and four.",
            "We offer",
            "Sea air",
            "Tea");
    assertThat(repeated(board.get(3))).isEmpty();
  }

  @Test
  void textsAndOffsetsStay() {
    JobPosting before = job("Diver", "<p>Dive.</p>");
    JobPosting after =
        Boilerplate.mark(List.of(before, job("Baker", ""), job("Sailor", ""))).get(0);
    assertThat(after.body().text()).isEqualTo(before.body().text());
    assertThat(after.body().blocks())
        .extracting(Block::start)
        .isEqualTo(before.body().blocks().stream().map(Block::start).toList());
    assertThat(repeated(after)).isNotEmpty();
  }

  @Test
  void oneJobInManyTownsRepeatsNothing() {
    List<JobPosting> board =
        board(job("Diver", "<p>Oslo</p>"), job("Diver", "<p>Bergen</p>"), job("diver", ""));
    assertThat(board).allSatisfy(posting -> assertThat(repeated(posting)).isEmpty());
  }

  @Test
  void twoJobsTellNothing() {
    List<JobPosting> board = board(job("Diver", ""), job("Baker", ""));
    assertThat(board).allSatisfy(posting -> assertThat(repeated(posting)).isEmpty());
  }

  private static List<JobPosting> board(JobPosting... postings) {
    return Boilerplate.mark(List.of(postings));
  }

  private static JobPosting job(String title, String html) {
    return posting(title, ABOUT + html + OFFER);
  }

  private static JobPosting posting(String title, String html) {
    return new JobPosting(
        PostingId.of(title + html.length()), title, null, null, null, HtmlBlocks.read(html));
  }

  private static List<String> repeated(JobPosting posting) {
    Stream<Block> marked = posting.body().blocks().stream().filter(Block::boilerplate);
    return marked.map(posting.body()::slice).toList();
  }
}
