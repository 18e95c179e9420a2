package dev.truerole.scraper.page;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** What may be asked for at all, decided before anything is looked up or sent. */
final class AddressRules {

  private static final int MAX_LENGTH = 2048;
  private static final Set<Integer> PORTS = Set.of(80, 443);

  private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
  private static final Pattern PLAIN_ADDRESS =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

  private final FetchSettings settings;

  AddressRules(FetchSettings settings) {
    this.settings = settings;
  }

  /** The address without what changes nothing: a dot after the host, a fragment. */
  static HttpUrl plain(HttpUrl url) {
    HttpUrl.Builder plain = url.newBuilder().fragment(null);
    boolean dot = url.host().endsWith(".") && url.host().length() > 1;
    return (dot ? plain.host(url.host().substring(0, url.host().length() - 1)) : plain).build();
  }

  /** Why an address is not asked, if it is not. */
  Optional<FetchOutcome.Refused> check(URI asked, HttpUrl url) {
    if (url.toString().length() > MAX_LENGTH) {
      return blocked(asked, "The address is longer than " + MAX_LENGTH + " characters.");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return blocked(asked, "The address carries a user name or password.");
    }
    if (Domains.isRefused(url.host())) {
      return refusedHost(asked, url);
    }
    if (isStrangeNumber(url.host())) {
      return blocked(asked, url.host() + " is a number that programs read in different ways.");
    }
    if (settings.allowPrivateHosts() || settings.connect().containsKey(url.host())) {
      return Optional.empty();
    }
    if (!PORTS.contains(url.port())) {
      return blocked(asked, "Port " + url.port() + " of " + url.host() + " is no web port.");
    }
    return isLocalName(url.host())
        ? blocked(asked, url.host() + " is a name of a local network.")
        : Optional.empty();
  }

  private static Optional<FetchOutcome.Refused> refusedHost(URI asked, HttpUrl url) {
    String what =
        "The terms of "
            + Domains.registrable(url.host())
            + " forbid programs to read it, so TrueRole does not.";
    return Optional.of(FetchOutcome.Refused.of(asked, OutcomeKind.REFUSED_HOST, what));
  }

  private static Optional<FetchOutcome.Refused> blocked(URI asked, String what) {
    return Optional.of(FetchOutcome.Refused.of(asked, OutcomeKind.SSRF_BLOCKED, what));
  }

  private static boolean isLocalName(String host) {
    return host.equals("localhost")
        || host.equals("metadata")
        || host.matches(".*\\.(?:localhost|local|internal|lan|home\\.arpa)");
  }

  /** Ends in a number, as the WHATWG says, but is no plain dotted address: 0177.0.0.1, say. */
  private static boolean isStrangeNumber(String host) {
    return NUMBER_AT_END.matcher(host).matches() && !PLAIN_ADDRESS.matcher(host).matches();
  }
}
