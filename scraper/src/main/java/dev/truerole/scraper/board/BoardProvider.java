package dev.truerole.scraper.board;

import java.util.Optional;

/** A provider of boards, which knows its own addresses. */
interface BoardProvider {

  /** The board that an address belongs to, if it is one of this provider's. */
  Optional<BoardSource> recognize(WebAddress address);
}
