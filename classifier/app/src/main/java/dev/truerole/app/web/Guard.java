package dev.truerole.app.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets in what comes to this server under a name of its own and from its own pages. A page
 * elsewhere that points a name of its own at this machine (DNS rebinding) or posts a form here
 * (request forgery) is refused; so is nothing else, for programs send neither header.
 */
final class Guard {

  /** Whatever the page holds comes from here; nothing runs that a text brings along. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " object-src 'none'";

  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-f:.%]+]|[^:\\[\\]/@\\s]+)(?::\\d{1,5})?");

  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-f:.%]+]|\\d{1,3}(?:\\.\\d{1,3}){3}");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final Set<String> names;

  Guard(ServerSettings settings) {
    this.names = settings.names();
  }

  /** Sets the headers that every answer has. */
  static void protect(Context context) {
    context.header("Content-Security-Policy", CONTENT_POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    context.header("Cache-Control", "no-store");
  }

  /**
   * Looks at who asks.
   *
   * @throws Problem if it is not for us, or not from our page
   */
  void check(Context context) {
    String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
    if (!isOurs(host)) {
      throw new Problem(
          Problem.MISDIRECTED,
          "unknown_host",
          "This server does not go by that name; 'serve --allow-host NAME' allows one.");
    }
    String origin = context.header("Origin");
    boolean foreign = origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    String site = Optional.ofNullable(context.header("Sec-Fetch-Site")).orElse("none");
    if (!READING.contains(context.req().getMethod()) && (foreign || !OWN_SITE.contains(site))) {
      throw new Problem(
          Problem.FORBIDDEN, "foreign_origin", "Pages of other sites may not send anything here.");
    }
  }

  /** An address cannot be rebound, so any will do. */
  private boolean isOurs(String header) {
    Matcher host = HOST.matcher(header);
    if (!host.matches()) {
      return false;
    }
    String name = host.group(1);
    return name.equals("localhost") || names.contains(name) || ADDRESS.matcher(name).matches();
  }
}
