package dev.truerole.scraper.crawl;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One address for all ways of writing it: without what only says where a visitor came from. */
public final class CanonicalUrl {

  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?:utm_\\w+|gh_src|lever-source(?:\\[\\])?|source|ref|src|trk|gclid|fbclid|msclkid"
              + "|mc_\\w+)(?:=.*)?");

  private CanonicalUrl() {}

  /** The address in its plainest form. Its path keeps its case and its last slash is dropped. */
  public static String of(URI url) {
    if (url.getHost() == null) {
      return url.toString();
    }
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    boolean usual = url.getPort() < 0 || url.getPort() == usualPort(url);
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)
        + "://"
        + host
        + (usual ? "" : ":" + url.getPort())
        + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        + query(url.getRawQuery());
  }

  private static int usualPort(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }

  private static String query(@Nullable String query) {
    if (query == null) {
      return "";
    }
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
