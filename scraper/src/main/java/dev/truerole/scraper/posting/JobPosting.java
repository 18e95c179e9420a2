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
 */
public record JobPosting(
    PostingId id,
    @Nullable String title,
    @Nullable String company,
    @Nullable String location,
    @Nullable String date,
    PostingBody body) {

  /** A posting of plain text that states nothing else. */
  public static JobPosting ofPlainText(String id, @Nullable String title, String text) {
    return new JobPosting(PostingId.of(id), title, null, null, null, PostingBody.ofPlainText(text));
  }
}
