package dev.truerole.app.web;

import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes postings of pasted texts, pasted HTML and files, as the command line reads files. */
final class PostingReader {

  /** What a posting is called that came without an id. */
  private static final PostingId NO_ID = PostingId.ofLiteral("null");

  private static final int MAX_CHARS = ReadOptions.defaults().maxChars();

  private final PostingFiles files = new PostingFiles(ReadOptions.defaults());

  /**
   * Reads pasted text or HTML. Text without a title is looked at for one, as a text file is; its
   * positions stay those of the text given.
   *
   * @throws Problem if it is empty, too long or no text
   */
  JobPosting read(PostingRequest request) {
    boolean html = request.source() == PostingRequest.Source.HTML;
    String content = request.content();
    if (!html && content.length() > MAX_CHARS) {
      throw tooLong();
    }
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    JobPosting found = file(html ? "html.html" : "text.txt", bytes);
    boolean asGiven = html || found.body().text().equals(content);
    if (request.title() != null || !asGiven) {
      found = html ? found : found.withBody(PostingBody.ofPlainText(content));
    }
    return named(found, request.title(), request.company(), request.id());
  }

  /** The posting with what its sender says about it. */
  static JobPosting named(
      JobPosting posting,
      @Nullable String title,
      @Nullable String company,
      @Nullable PostingId id) {
    return new JobPosting(
        id == null ? NO_ID : id,
        title == null ? posting.title() : title,
        company == null ? posting.company() : company,
        posting.location(),
        posting.date(),
        posting.body(),
        posting.terms());
  }

  /**
   * Reads a file by the ending of its name.
   *
   * @throws Problem if it holds no posting
   */
  JobPosting file(String name, byte[] bytes) {
    try (PostingRows rows = files.openStream(new ByteArrayInputStream(bytes), name)) {
      if (!rows.hasNext()) {
        throw Problem.unprocessable("empty_text", "The file holds no posting.");
      }
      PostingRow row = rows.next();
      if (row instanceof PostingRow.Posting read) {
        return read.posting();
      }
      PostingRow.Failed failed = (PostingRow.Failed) row;
      throw failed.code().equals("text_too_long")
          ? tooLong()
          : Problem.unprocessable(failed.code(), words(name, failed.message()));
    }
  }

  /** The message without the file's name in front. */
  private static String words(String name, String message) {
    String rest = message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
    return "The text cannot be used: " + rest + ".";
  }

  /** The posting of a file that was sent, as its sender names it. */
  static JobPosting sent(JobPosting posting, Upload upload) {
    return named(
        posting, upload.field("title"), upload.field("company"), PostingId.of(upload.name()));
  }

  static Problem tooLong() {
    return new Problem(
        Problem.TOO_LARGE,
        "text_too_long",
        String.format(
            java.util.Locale.ROOT,
            "The text has more than %,d characters; give one posting at a time.",
            MAX_CHARS));
  }

  /** The same posting, whose answer carries its text. */
  static JobPosting withText(JobPosting posting) {
    PostingBody body = posting.body();
    return posting.withBody(PostingBody.composed(body.text(), body.blocks()));
  }
}
