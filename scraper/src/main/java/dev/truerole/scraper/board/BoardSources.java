package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** All boards that can be read as data; they are told by URLs and marks in pages, never guessed. */
public final class BoardSources {

  private static final List<BoardProvider> ALL =
      List.of(
          GreenhouseSource::recognize,
          LeverSource::recognize,
          AshbySource::recognize,
          SmartRecruitersSource::recognize,
          WorkableSource::recognize,
          RecruiteeSource::recognize,
          PersonioSource::recognize,
          TeamtailorSource::recognize,
          HackerNewsSource::recognize);

  private BoardSources() {}

  /** The providers in the order they are tried. */
  static List<BoardProvider> all() {
    return ALL;
  }

  /**
   * Tells whose board an address belongs to.
   *
   * @param address of a board, of a posting on it, or of the data behind either
   */
  public static Optional<BoardSource> recognize(URI address) {
    return WebAddress.of(address).flatMap(BoardSources::recognize);
  }

  private static Optional<BoardSource> recognize(WebAddress address) {
    return ALL.stream()
        .map(provider -> provider.recognize(address))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Tells whose board is built into a page of an employer's own site, by its address and by the
   * scripts, frames and links that the provider documents.
   *
   * @return the board, or empty if the page names none or several
   */
  public static Optional<BoardSource> recognize(Page page) {
    return recognize(ParsedPage.of(page));
  }

  /** As {@link #recognize(Page)}, for a page of which more is asked. */
  public static Optional<BoardSource> recognize(ParsedPage page) {
    return WebAddress.of(page.source())
        .flatMap(BoardSources::recognize)
        .or(() -> EmbeddedBoards.find(page, BoardSources::recognize));
  }
}
