package dev.truerole.scraper.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Knows the pages that come instead of the one asked for, to keep programs out. */
final class BotWalls {

  /** Said by nobody but a wall. */
  private static final List<String> CERTAIN =
      List.of(
          "<title>just a moment",
          "<title>attention required! | cloudflare",
          "<title>pardon our interruption",
          "<title>access denied</title>",
          "<title>security check",
          "geo.captcha-delivery.com",
          "_incapsula_resource",
          "id=\"px-captcha\"",
          "id=\"challenge-form\"",
          "window._cf_chl_opt");

  /** Said by a wall, and by some posting about building one: only short pages count. */
  private static final List<String> LIKELY =
      List.of(
          "verify you are human",
          "verify that you are human",
          "verifying you are human",
          "are you a robot",
          "are you human",
          "checking your browser",
          "enable javascript and cookies to continue",
          "unusual traffic",
          "automated access",
          "access denied",
          "access to this page has been denied",
          "captcha");

  /** Visible characters of the wordiest wall. */
  private static final int SHORT = 1500;

  private static final int LOOKED_AT = 200_000;

  private BotWalls() {}

  static boolean looksLikeOne(Answer answer) {
    return "challenge".equals(answer.headers().get("cf-mitigated"))
        || looksLikeOne(new String(answer.body().bytes(), StandardCharsets.UTF_8));
  }

  static boolean looksLikeOne(String html) {
    String start = html.substring(0, Math.min(html.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    if (CERTAIN.stream().anyMatch(start::contains)) {
      return true;
    }
    String seen = SeenText.of(start);
    return seen.length() < SHORT && LIKELY.stream().anyMatch(seen::contains);
  }
}
