package dev.truerole.scraper.board;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An http address taken apart.
 *
 * @param host in lower case
 * @param port the stated port, with its colon, or an empty string
 * @param path the decoded segments, none empty
 * @param query the decoded parameters
 */
record WebAddress(String host, String port, List<String> path, Map<String, String> query) {

  private static final int MAX_CHARS = 2_048;

  /** A tenant comes from a page and goes into an address, so it is held to plain characters. */
  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,99}");

  /** Words of providers' own addresses, which are no tenants. */
  private static final Set<String> RESERVED =
      Set.of("embed", "v1", "api", "js", "css", "assets", "www", "app", "help", "static", "jobs");

  static Optional<WebAddress> of(URI uri) {
    String host = uri.getHost();
    String scheme = uri.getScheme();
    boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (host == null || !web || uri.toString().length() > MAX_CHARS) {
      return Optional.empty();
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    List<String> path =
        Stream.ofNullable(uri.getRawPath())
            .flatMap(raw -> Stream.of(raw.split("/")))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> decode(segment.replace("+", "%2B")))
            .toList();
    return Optional.of(
        new WebAddress(host.toLowerCase(Locale.ROOT), port, path, query(uri.getRawQuery())));
  }

  /** As {@link #of(URI)}; empty for what is no address at all. */
  static Optional<WebAddress> of(String text) {
    return uri(text).flatMap(WebAddress::of);
  }

  /** The address a text is, if it is one. */
  static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text.strip()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** A word as a segment of an address. */
  static String encode(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether the host is one of these. */
  boolean isOn(String... hosts) {
    return List.of(hosts).contains(host);
  }

  /** A segment of the path, if it has so many. */
  Optional<String> segment(int index) {
    return index < path.size() ? Optional.of(path.get(index)) : Optional.empty();
  }

  /** A segment, if it matches all of a pattern. */
  Optional<String> segment(int index, Pattern pattern) {
    return segment(index).filter(segment -> pattern.matcher(segment).matches());
  }

  /** A parameter of the query. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A segment that may be a tenant. */
  Optional<String> tenant(int index) {
    return segment(index).filter(WebAddress::isTenant);
  }

  /** The label of the host before a suffix such as {@code ".example.com"}. */
  Optional<String> subdomain(String suffix) {
    return host.endsWith(suffix)
        ? Optional.of(host.substring(0, host.length() - suffix.length()))
            .filter(label -> label.indexOf('.') < 0 && isTenant(label))
        : Optional.empty();
  }

  static boolean isTenant(String word) {
    return TENANT.matcher(word).matches() && !RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }
}
