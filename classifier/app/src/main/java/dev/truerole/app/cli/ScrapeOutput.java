package dev.truerole.app.cli;

import dev.truerole.scraper.CrawlSink;
import dev.truerole.scraper.Provenance;
import dev.truerole.scraper.ScrapeOutcome;
import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.file.PostingFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where postings go, one record each; and a line on standard error for every outcome. */
final class ScrapeOutput implements CrawlSink, Closeable {

  private static final List<String> COLUMNS =
      List.of(
          "url",
          "source",
          "extractor",
          "fetched_at",
          "first_seen",
          "change",
          "duplicate_of",
          "similarity",
          "warnings");

  private final WritableByteChannel channel;
  private final PostingFormat format;
  private final Console console;
  private final boolean quiet;
  private long length;

  private ScrapeOutput(
      WritableByteChannel channel, PostingFormat format, Console console, boolean quiet) {
    this.channel = channel;
    this.format = format;
    this.console = console;
    this.quiet = quiet;
  }

  /**
   * Opens a file behind what an interrupted run committed, cutting off what it did not.
   *
   * @param file null for standard output
   * @param length of the part to keep; 0 begins anew
   */
  static ScrapeOutput open(
      @Nullable Path file, PostingFormat format, long length, Console console, boolean quiet)
      throws IOException {
    ScrapeOutput output =
        new ScrapeOutput(
            file == null ? standard(console) : cut(file, length), format, console, quiet);
    if (length == 0) {
      output.append(format.header(COLUMNS));
    }
    output.length = Math.max(length, output.length);
    return output;
  }

  private static WritableByteChannel standard(Console console) {
    OutputStream out = new Unclosed(console.out());
    return Channels.newChannel(out);
  }

  private static FileChannel cut(Path file, long length) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < length) {
      channel.close();
      throw new IOException(
          file
              + " is shorter than when the run was interrupted; delete the --state file to begin"
              + " anew");
    }
    channel.truncate(length).position(length);
    return channel;
  }

  @Override
  public long write(ScrapeOutcome.Read read) throws IOException {
    append(format.record(read.posting(), more(read)));
    return length;
  }

  private void append(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    length += bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private Map<String, String> more(ScrapeOutcome.Read read) {
    Provenance provenance = read.provenance();
    Sighting sighting = read.sighting();
    List<String> values = new ArrayList<>();
    values.add(provenance.url());
    values.add(provenance.source());
    values.add(provenance.extractor());
    values.add(provenance.fetchedAt().toString());
    values.add(sighting == null ? "" : sighting.firstSeen().toString());
    values.add(sighting == null ? "" : sighting.change().name().toLowerCase(Locale.ROOT));
    String original = sighting == null ? null : sighting.duplicateOf();
    values.add(original == null ? "" : original);
    double similarity = sighting == null ? 0 : sighting.similarity();
    values.add(original == null ? "" : String.format(Locale.ROOT, "%.2f", similarity));
    values.add(String.join("; ", provenance.warnings()));
    Map<String, String> more = new LinkedHashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (format == PostingFormat.CSV || !values.get(i).isEmpty()) {
        more.put(COLUMNS.get(i), values.get(i));
      }
    }
    return more;
  }

  @Override
  public void done(ScrapeOutcome outcome) {
    if (quiet && outcome instanceof ScrapeOutcome.Read) {
      return;
    }
    String what =
        outcome instanceof ScrapeOutcome.Refused refused
            ? refused.message()
            : outcome instanceof ScrapeOutcome.Read read ? title(read) : "As it was.";
    console.err().println(outcome.kind() + "\t" + outcome.asked() + "\t" + what);
  }

  private static String title(ScrapeOutcome.Read read) {
    String title = read.posting().title();
    return title == null ? "(no title)" : title.replaceAll("[\\p{Cntrl}]", " ");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
