package dev.truerole.scraper.file;

import dev.truerole.scraper.board.HtmlBlocks;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row whose text has not been looked at yet. */
record RawRow(
    PostingId id,
    String place,
    @Nullable String title,
    @Nullable String company,
    @Nullable String location,
    @Nullable String date,
    Terms terms,
    Map<String, String> fields) {

  /** The row with its text, or the failure that the text makes of it. */
  PostingRow withText(String text, boolean html, int maxChars) {
    if (!html && text.length() > maxChars) {
      return Failures.textTooLong(id, place, text.length(), maxChars);
    }
    return withBody(html ? HtmlBlocks.read(text) : PostingBody.ofPlainText(text), maxChars);
  }

  /** The row with a text of which the blocks are known. */
  PostingRow withBody(PostingBody body, int maxChars) {
    JobPosting posting = new JobPosting(id, title, company, location, date, body, terms);
    return checked(posting, fields, place, maxChars);
  }

  /** The posting as a row if its text is neither empty nor too long. */
  static PostingRow checked(
      JobPosting posting, Map<String, String> fields, String place, int maxChars) {
    String text = posting.body().text();
    if (posting.body().blocks().isEmpty()) {
      return Failures.emptyText(posting.id(), place);
    }
    return text.length() > maxChars
        ? Failures.textTooLong(posting.id(), place, text.length(), maxChars)
        : new PostingRow.Posting(posting, fields);
  }
}
