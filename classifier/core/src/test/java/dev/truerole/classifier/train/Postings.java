package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import org.jspecify.annotations.Nullable;

/** Corpus postings made by hand. */
final class Postings {

  private static final Segmenter SEGMENTER = Segmenter.load();

  private Postings() {}

  static CorpusPosting of(String id, @Nullable String company, String text, @Nullable Role role) {
    return of(id, company, text, role, null);
  }

  static CorpusPosting of(
      String id,
      @Nullable String company,
      String text,
      @Nullable Role role,
      @Nullable String nearCopyGroup) {
    PostingBody body = PostingBody.ofPlainText(text);
    Label label = role == null ? null : new Label(role, null, 2);
    return new CorpusPosting(
        new JobPosting(PostingId.of(id), null, company, null, null, body),
        SEGMENTER.segment(body),
        label,
        label,
        "",
        nearCopyGroup);
  }
}
