package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One employer's board at one provider, read through the interface the provider documents.
 * Implementations are immutable and thread-safe, and none of them fetches anything.
 */
public interface BoardSource {

  /** The provider's name in lower case, such as {@code greenhouse}. */
  String name();

  /** What the provider calls the employer: a word of its URLs, no company name. */
  String tenant();

  /**
   * The addresses that together give the whole board. What they give may name more, see {@link
   * BoardListing#next()} and {@link BoardListing#links()}.
   */
  List<URI> listing();

  /**
   * The address that gives one posting as data.
   *
   * @param page where people read the posting
   * @return the address to fetch and to {@link #read} instead; several postings may come of it, see
   *     {@link #id}; empty if this is no posting of the board or the provider only has its page,
   *     which {@link BoardParsers} then reads
   */
  Optional<URI> posting(URI page);

  /** The id that the posting at an address has in what {@link #read} gives, if it shows there. */
  Optional<PostingId> id(URI page);

  /**
   * Reads what one of the addresses gave: a page of the listing, or a posting.
   *
   * @param page its source should be the address it was fetched from
   * @return the postings with ids of the form {@code provider:tenant:number}
   * @throws BoardFormatException if this is not what the provider documents, such as HTML in place
   *     of JSON; an empty board is no error
   */
  BoardListing read(Page page) throws BoardFormatException;
}
