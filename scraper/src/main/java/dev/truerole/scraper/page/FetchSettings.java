package dev.truerole.scraper.page;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fetcher may do.
 *
 * @param ignoreRobots read although robots rules forbid it; every page read so says so
 * @param allowPrivateHosts connect to addresses that are not of the public internet, at any port
 * @param connect hosts whose requests go, as plain HTTP and at any pace, to an address given here
 *     instead of their own: for rehearsals and tests
 * @param limits of time and size
 * @param contact who sends us, an address of the web or of mail; null if nobody is named
 * @param robots where robots.txt files are kept
 */
public record FetchSettings(
    boolean ignoreRobots,
    boolean allowPrivateHosts,
    Map<String, InetSocketAddress> connect,
    FetchLimits limits,
    @Nullable String contact,
    RobotsMemory robots) {

  private static final Pattern CONTACT =
      Pattern.compile("https?://[!-'*-~]{3,200}|[!-'*-?A-~]{1,100}@[!-'*-?A-~]{1,100}");

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if the contact is no address
   */
  public FetchSettings {
    if (contact != null && !CONTACT.matcher(contact).matches()) {
      throw new IllegalArgumentException("'" + contact + "' is no address of the web or of mail");
    }
    connect = Map.copyOf(connect);
  }

  /** Polite and public. */
  public static FetchSettings defaults() {
    return new FetchSettings(
        false, false, Map.of(), FetchLimits.defaults(), null, RobotsMemory.none());
  }

  /** The same, robots rules ignored. */
  public FetchSettings ignoringRobots() {
    return new FetchSettings(true, allowPrivateHosts, connect, limits, contact, robots);
  }

  /** The same, private addresses allowed. */
  public FetchSettings allowingPrivateHosts() {
    return new FetchSettings(ignoreRobots, true, connect, limits, contact, robots);
  }

  /** The same, one host being elsewhere. */
  public FetchSettings connecting(String host, InetSocketAddress address) {
    Map<String, InetSocketAddress> all = new HashMap<>(connect);
    all.put(host, address);
    return new FetchSettings(ignoreRobots, allowPrivateHosts, all, limits, contact, robots);
  }

  /** The same within other limits. */
  public FetchSettings within(FetchLimits other) {
    return new FetchSettings(ignoreRobots, allowPrivateHosts, connect, other, contact, robots);
  }

  /** The same, saying whom to ask about us. */
  public FetchSettings contactedAt(String address) {
    return new FetchSettings(ignoreRobots, allowPrivateHosts, connect, limits, address, robots);
  }

  /** The same, with a memory of robots.txt files. */
  public FetchSettings remembering(RobotsMemory memory) {
    return new FetchSettings(ignoreRobots, allowPrivateHosts, connect, limits, contact, memory);
  }

  boolean permits(InetSocketAddress address) {
    return allowPrivateHosts
        || PublicAddresses.contain(address.getAddress())
        || connect.containsValue(address);
  }
}
