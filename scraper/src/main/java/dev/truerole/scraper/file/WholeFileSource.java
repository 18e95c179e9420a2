package dev.truerole.scraper.file;

import dev.truerole.scraper.board.BoardParsers;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.page.TextDecoder;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Checksum;

/** A file that is one posting: text, Markdown or a saved page. */
final class WholeFileSource implements RowSource {

  /** The largest page; also texts up to this are read, to tell how long they are. */
  private static final int MIN_MAX_BYTES = 16 << 20;

  private static final long MAX_BYTES_PER_CHAR = 4;

  private final PeekedStream in;
  private final String name;
  private final FileKind kind;
  private final int maxChars;
  private boolean done;

  WholeFileSource(PeekedStream in, String name, FileKind kind, ReadOptions options) {
    this.in = in;
    this.name = name;
    this.kind = kind;
    this.maxChars = options.maxChars();
  }

  @Override
  public Optional<UnreadRow> next() throws IOException {
    if (done) {
      return Optional.empty();
    }
    done = true;
    long wanted = Math.max(MIN_MAX_BYTES, MAX_BYTES_PER_CHAR * maxChars);
    int maxBytes = (int) Math.min(Integer.MAX_VALUE - 16, wanted);
    Optional<String> binary = BinaryFormats.find(in.peek());
    if (binary.isPresent()) {
      return Optional.of(UnreadRow.known(Failures.binaryFile(name, binary.get())));
    }
    byte[] bytes = in.readNBytes(maxBytes);
    boolean more = bytes.length == maxBytes && in.read() >= 0;
    return Optional.of(
        more ? UnreadRow.known(Failures.fileTooLong(name, maxBytes, maxChars)) : new Row(bytes));
  }

  /** A file nobody has looked into. */
  private final class Row implements UnreadRow {
    private final byte[] bytes;

    Row(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public PostingRow read() {
      return row(bytes);
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void addTo(Checksum sum) {
      sum.update(bytes);
    }
  }

  private PostingRow row(byte[] bytes) {
    boolean html = kind == FileKind.HTML;
    String text = TextDecoder.decode(bytes, in.isMarked() ? "utf-8" : null, html);
    PostingId id = PostingId.of(name);
    if (!html && text.length() > maxChars) {
      return Failures.textTooLong(id, name, text.length(), maxChars);
    }
    JobPosting posting = html ? BoardParsers.parse(new Page(name, text), id) : plain(id, text);
    return RawRow.checked(posting, Map.of(), name, maxChars);
  }

  private static JobPosting plain(PostingId id, String text) {
    String title = PlainTitle.find(text).orElse(null);
    PostingBody body = PostingBody.ofPlainText(text);
    return new JobPosting(
        id, title, null, null, null, title == null ? body : body.withoutFirstBlock());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
