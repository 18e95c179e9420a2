package dev.truerole.scraper.page;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * What a fetcher may do.
 *
 * @param ignoreRobots read although robots rules forbid it; every page read so says so
 * @param allowPrivateHosts connect to addresses that are not of the public internet, at any port
 * @param connect hosts whose requests go, as plain HTTP and at any pace, to an address given here
 *     instead of their own: for rehearsals and tests
 * @param limits of time and size
 */
public record FetchSettings(
    boolean ignoreRobots,
    boolean allowPrivateHosts,
    Map<String, InetSocketAddress> connect,
    FetchLimits limits) {

  /** Copies the map. */
  public FetchSettings {
    connect = Map.copyOf(connect);
  }

  /** Polite and public. */
  public static FetchSettings defaults() {
    return new FetchSettings(false, false, Map.of(), FetchLimits.defaults());
  }

  /** The same, robots rules ignored. */
  public FetchSettings ignoringRobots() {
    return new FetchSettings(true, allowPrivateHosts, connect, limits);
  }

  /** The same, private addresses allowed. */
  public FetchSettings allowingPrivateHosts() {
    return new FetchSettings(ignoreRobots, true, connect, limits);
  }

  /** The same, one host being elsewhere. */
  public FetchSettings connecting(String host, InetSocketAddress address) {
    Map<String, InetSocketAddress> all = new HashMap<>(connect);
    all.put(host, address);
    return new FetchSettings(ignoreRobots, allowPrivateHosts, all, limits);
  }

  /** The same within other limits. */
  public FetchSettings within(FetchLimits other) {
    return new FetchSettings(ignoreRobots, allowPrivateHosts, connect, other);
  }

  boolean permits(InetSocketAddress address) {
    return allowPrivateHosts
        || PublicAddresses.contain(address.getAddress())
        || connect.containsValue(address);
  }
}
