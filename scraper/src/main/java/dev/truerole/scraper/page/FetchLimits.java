package dev.truerole.scraper.page;

import java.time.Duration;

/**
 * How much a server may take of our time and memory. What is beyond a limit fails; nothing is cut
 * short in silence.
 *
 * @param connect until a connection stands
 * @param idle between two pieces of an answer, the first included
 * @param call for one request from start to last byte
 * @param longestWait the longest a server may make us wait before we give up for now
 * @param pageBytes the largest page, decoded
 * @param dataBytes the largest feed, decoded
 */
public record FetchLimits(
    Duration connect,
    Duration idle,
    Duration call,
    Duration longestWait,
    int pageBytes,
    int dataBytes) {

  /** What the protocol of sitemaps allows. */
  static final int SITEMAP_BYTES = 50 << 20;

  /** Generous for any posting and any board. */
  public static FetchLimits defaults() {
    return new FetchLimits(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(120),
        5 << 20,
        20 << 20);
  }

  int bytes(FetchRequest.Wanted wanted) {
    return switch (wanted) {
      case PAGE -> pageBytes;
      case DATA -> dataBytes;
      case SITEMAP -> SITEMAP_BYTES;
    };
  }
}
