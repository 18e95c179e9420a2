package dev.truerole.classifier.report;

import org.jspecify.annotations.Nullable;

/** Text of others in HTML: shown, never obeyed. */
final class Html {

  /** What no HTML file may contain, and what would turn text around. */
  private static final String FORBIDDEN =
      "[\\p{Cc}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069" + "&&[^\\t\\n\\r]]";

  private Html() {}

  /** Text as content or as a value in double quotes. */
  static String escape(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.replaceAll(FORBIDDEN, "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element around a text of others. */
  static String text(String tag, String attributes, @Nullable String text) {
    return element(tag, attributes, escape(text));
  }

  /** An element around HTML of ours. */
  static String element(String tag, String attributes, String html) {
    String open = attributes.isEmpty() ? tag : tag + " " + attributes;
    return "<" + open + ">" + html + "</" + tag + ">";
  }
}
