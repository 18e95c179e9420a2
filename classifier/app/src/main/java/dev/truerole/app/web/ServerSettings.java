package dev.truerole.app.web;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and what it allows.
 *
 * @param host the address bound to
 * @param port 0 for any free one
 * @param names host names it may be called by beside {@code localhost} and addresses
 * @param microBatching whether requests that come together are answered together
 * @param fetches whether addresses are fetched
 * @param state where batches are kept; null for a temporary folder that goes with the server
 * @param page a folder to serve in the page's place; null for the page that is built in
 * @param maxUploadBytes the largest file of a batch
 */
public record ServerSettings(
    String host,
    int port,
    Set<String> names,
    boolean microBatching,
    boolean fetches,
    @Nullable Path state,
    @Nullable Path page,
    long maxUploadBytes) {

  /** Enough for some ten thousand postings. */
  public static final int DEFAULT_UPLOAD_MIB = 64;

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_PORT = 65_535;

  /**
   * @throws IllegalArgumentException if the port or the size is none
   */
  public ServerSettings {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + MAX_PORT + ", not " + port);
    }
    if (maxUploadBytes < 1) {
      throw new IllegalArgumentException("uploads of " + maxUploadBytes + " bytes are no uploads");
    }
    names = Set.copyOf(names);
  }

  /** This machine only, at a port, with all that is built in. */
  public static ServerSettings local(int port) {
    return new ServerSettings(
        LOOPBACK, port, Set.of(), true, true, null, null, (long) DEFAULT_UPLOAD_MIB << 20);
  }

  /** The same, with batches kept in a folder. */
  public ServerSettings keeping(Path folder) {
    return new ServerSettings(
        host, port, names, microBatching, fetches, folder, page, maxUploadBytes);
  }

  /** The same with another largest file of a batch. */
  public ServerSettings uploading(long bytes) {
    return new ServerSettings(host, port, names, microBatching, fetches, state, page, bytes);
  }

  /** The same, each request answered alone. */
  public ServerSettings oneByOne() {
    return new ServerSettings(host, port, names, false, fetches, state, page, maxUploadBytes);
  }

  /** The same, fetching nothing. */
  public ServerSettings offline() {
    return new ServerSettings(host, port, names, microBatching, false, state, page, maxUploadBytes);
  }
}
