package dev.truerole.scraper.posting;

import org.jspecify.annotations.Nullable;

/**
 * A posting as read: the only thing downstream code knows of files and of the web.
 *
 * @param id the given id, or one made from where the posting was found
 * @param title the stated title; shown and compared, never an input of the role model
 * @param company the employer as stated
 * @param location where, as stated
 * @param date when it was posted, as stated
 * @param body the text with its blocks
 * @param terms what else the source states, in a form that can be compared
 */
public record JobPosting(
    PostingId id,
    @Nullable String title,
    @Nullable String company,
    @Nullable String location,
    @Nullable String date,
    PostingBody body,
    Terms terms) {

  /** A posting of a source that states no terms. */
  public JobPosting(
      PostingId id,
      @Nullable String title,
      @Nullable String company,
      @Nullable String location,
      @Nullable String date,
      PostingBody body) {
    this(id, title, company, location, date, body, Terms.NONE);
  }

  /** A posting of plain text that states nothing else. */
  public static JobPosting ofPlainText(String id, @Nullable String title, String text) {
    return new JobPosting(PostingId.of(id), title, null, null, null, PostingBody.ofPlainText(text));
  }

  /** The same posting with another body. */
  public JobPosting withBody(PostingBody other) {
    return new JobPosting(id, title, company, location, date, other, terms);
  }
}
