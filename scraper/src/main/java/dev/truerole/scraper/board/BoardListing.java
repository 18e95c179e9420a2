package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one answer of a board holds.
 *
 * @param postings those that are complete, each id once
 * @param links addresses that give the text of postings only named here
 * @param next addresses of further pages of the same listing; a reader stops when a page brings no
 *     id or link it has not seen
 * @param declaredTotal how many postings the board says it has, over all pages
 */
public record BoardListing(
    List<JobPosting> postings, List<URI> links, List<URI> next, OptionalInt declaredTotal) {

  /** Copies the lists; of several postings with one id the first counts. */
  public BoardListing {
    Set<PostingId> seen = new HashSet<>();
    postings = postings.stream().filter(posting -> seen.add(posting.id())).toList();
    links = links.stream().distinct().toList();
    next = List.copyOf(next);
  }

  /** Complete postings and nothing else to fetch. */
  static BoardListing of(List<JobPosting> postings) {
    return new BoardListing(postings, List.of(), List.of(), OptionalInt.empty());
  }

  /** The posting of an id, see {@link BoardSource#id}. */
  public Optional<JobPosting> posting(PostingId id) {
    return postings.stream().filter(posting -> posting.id().equals(id)).findFirst();
  }
}
