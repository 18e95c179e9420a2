package dev.truerole.scraper.board;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** A provider of boards: knows its own addresses. */
interface BoardProvider {

  /** The board an address belongs to, if it is one of this provider's. */
  Optional<BoardSource> recognize(URI address);

  /** The board that a page on the employer's own host is or embeds, if it bears the marks. */
  default Optional<BoardSource> recognize(URI host, Document page) {
    return Optional.empty();
  }
}
