package dev.truerole.scraper.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the {@code Content-Type} header says. */
record ContentKind(String type, @Nullable String charset) {

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)");
  private static final Pattern TEXT =
      Pattern.compile(
          "text/(?:html|plain|xml|json)|application/(?:xhtml\\+xml|json|xml|ld\\+json|feed\\+json)"
              + "|application/[a-z0-9.+-]+\\+(?:json|xml)");

  /** The kind by a header; one that is missing is told from the start of the body. */
  static ContentKind of(@Nullable String header, byte[] body) {
    if (header == null || header.isBlank()) {
      return new ContentKind(startsLikeText(body) ? "text/html" : "unknown", null);
    }
    Matcher charset = CHARSET.matcher(header);
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return new ContentKind(type, charset.find() ? charset.group(1) : null);
  }

  private static boolean startsLikeText(byte[] body) {
    for (int i = 0; i < Math.min(body.length, 512); i++) {
      if (body[i] == 0) {
        return false;
      }
    }
    return true;
  }

  boolean isText() {
    return TEXT.matcher(type).matches();
  }

  boolean isHtml() {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  String decode(byte[] body) {
    return TextDecoder.decode(body, charset, isHtml());
  }

  /** The type by its first bytes, where they belie the header. */
  static Optional<String> magic(byte[] body) {
    if (startsWith(body, "%PDF-")) {
      return Optional.of("a PDF file");
    }
    if (startsWith(body, "PK\u0003\u0004")) {
      return Optional.of("a ZIP or Office file");
    }
    if (startsWith(body, "\u0089PNG")
        || startsWith(body, "GIF8")
        || startsWith(body, "\u00FF\u00D8\u00FF")) {
      return Optional.of("an image");
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] body, String start) {
    for (int i = 0; i < start.length(); i++) {
      if (i >= body.length || (body[i] & 0xFF) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
