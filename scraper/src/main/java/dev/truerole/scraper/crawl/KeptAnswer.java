package dev.truerole.scraper.crawl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What an address answered.
 *
 * @param url the address asked for
 * @param came the address it came from
 * @param notes what to know about it, each on one line
 */
public record KeptAnswer(
    String url,
    String came,
    String text,
    CrawlState.PageVersion version,
    Instant at,
    List<String> notes) {

  /** Copies the notes. */
  public KeptAnswer {
    notes = List.copyOf(notes);
  }

  byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory has no errors", e);
    }
    return bytes.toByteArray();
  }

  static KeptAnswer unpacked(
      String url,
      String came,
      byte[] packed,
      CrawlState.PageVersion version,
      Instant at,
      List<String> notes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      String text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
      return new KeptAnswer(url, came, text, version, at, notes);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer kept in the state is broken", e);
    }
  }
}
