package dev.truerole.scraper;

import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.page.OutcomeKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a crawl did.
 *
 * @param outcomes how often each kind was met; {@code OK} counts postings
 * @param changes of the postings that were read, new, changed and the same
 * @param duplicates how many of them are copies of others
 * @param failures addresses asked for and parts of boards that were not read
 * @param skipped what an interrupted run before had done already
 * @param boards one report a board
 */
public record CrawlSummary(
    Map<OutcomeKind, Integer> outcomes,
    Map<Sighting.Change, Integer> changes,
    int duplicates,
    int failures,
    int skipped,
    List<BoardReport> boards) {

  /** Copies the collections. */
  public CrawlSummary {
    outcomes = new EnumMap<>(outcomes);
    changes = new EnumMap<>(changes);
    boards = List.copyOf(boards);
  }

  /**
   * Whether something was not read that should have been. That postings have left their boards is
   * as it should be.
   */
  public boolean failed() {
    return failures > 0 || boards.stream().anyMatch(board -> !board.complete());
  }
}
