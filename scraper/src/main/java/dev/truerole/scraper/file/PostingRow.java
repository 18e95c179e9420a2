package dev.truerole.scraper.file;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of one row or file: a posting, or the reason why there is none. */
public sealed interface PostingRow {

  /** What the posting is called, given or made from where it stands. */
  PostingId id();

  /**
   * A posting and what else stood in its row.
   *
   * @param fields the scalar top-level fields of a JSON object or the columns of a CSV row as text,
   *     in their order, numbers as written, without nulls and without the posting's text; empty for
   *     text and HTML files
   */
  record Posting(JobPosting posting, Map<String, String> fields) implements PostingRow {

    /** Copies the fields, keeping their order. */
    public Posting {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public PostingId id() {
      return posting.id();
    }
  }

  /**
   * A row that holds no posting.
   *
   * @param code a stable word for programs, such as {@code malformed_json}
   * @param message what is wrong, where, and what to do about it
   */
  record Failed(PostingId id, String code, String message) implements PostingRow {}
}
