package dev.truerole.app.cli;

import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import dev.truerole.scraper.page.PageFetcher;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How pages are got. */
final class FetchMixin {

  /** An address and its port; IPv6 addresses stand in brackets. */
  private static final Pattern PLACE = Pattern.compile("(\\[[0-9a-f:]+]|[0-9.]+):(\\d{1,5})");

  @Option(
      names = "--allow-private-hosts",
      description = "Also read addresses that are not of the public internet, at any port.")
  private boolean allowPrivateHosts;

  @Option(
      names = "--ignore-robots",
      description =
          "Read although robots.txt or the page forbids it. You answer for that; it is noted in"
              + " what is written.")
  private boolean ignoreRobots;

  @Option(
      names = "--connect",
      hidden = true,
      paramLabel = "HOST=ADDRESS:PORT",
      description = "Send requests for a host elsewhere, as plain HTTP: for rehearsals.")
  private Map<String, String> connect = Map.of();

  PageFetcher fetcher() {
    return fetcher(FetchSettings.defaults());
  }

  /** A fetcher of further settings. */
  PageFetcher fetcher(FetchSettings before) {
    FetchSettings settings = before;
    settings = ignoreRobots ? settings.ignoringRobots() : settings;
    settings = allowPrivateHosts ? settings.allowingPrivateHosts() : settings;
    for (Map.Entry<String, String> host : connect.entrySet()) {
      settings = settings.connecting(host.getKey(), address(host.getValue()));
    }
    return new HttpPageFetcher(settings);
  }

  private static InetSocketAddress address(String place) {
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw new UsageException("--connect wants HOST=ADDRESS:PORT, not ..." + place);
    }
    try {
      InetAddress address = InetAddress.getByName(parts.group(1));
      return new InetSocketAddress(address, Integer.parseInt(parts.group(2)));
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new UsageException("--connect: " + place + " is no address and port", e);
    }
  }

  /** The address a user typed. */
  static URI url(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (web && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException noAddress) {
      throw new UsageException(wrong(text), noAddress);
    }
    throw new UsageException(wrong(text));
  }

  private static String wrong(String text) {
    return "'" + text + "' is no web address; write it as https://host/path";
  }
}
