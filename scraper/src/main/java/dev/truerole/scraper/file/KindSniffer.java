package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what a file holds from its start. */
final class KindSniffer {

  private static final Pattern HTML =
      Pattern.compile(
          "(?i)<(?:!doctype\\s+html|html|head|body|div|p"
              + "|h[1-6]|ul|ol|table|section|article|main|header|meta|title|script|span|b|strong|br"
              + "|font|center)\\b");

  /** An object with a field, or an array that is empty or of objects. */
  private static final Pattern JSON_START =
      Pattern.compile("\\{\\s*\"[^\"\\n]{0,200}\"\\s*:|\\[\\s*[{\\]]");

  /** So many lines are tried before a file is taken for something else. */
  private static final int MAX_LINES = 20;

  private static final JsonFactory JSON = Json.factory(1);

  private KindSniffer() {}

  /**
   * @param start the first bytes, in UTF-8
   * @param named the kind by name: {@code JSON}, which may be JSON Lines, or {@code UNKNOWN}
   */
  static FileKind sniff(byte[] start, FileKind named) {
    String text = new String(start, StandardCharsets.UTF_8).stripLeading();
    if (text.startsWith("{") && looksLikeLines(text)) {
      return FileKind.JSON_LINES;
    }
    if (named == FileKind.JSON || startsLikeJson(text)) {
      return FileKind.JSON;
    }
    return HTML.matcher(withoutProlog(text)).lookingAt() ? FileKind.HTML : FileKind.UNKNOWN;
  }

  /** The text from its first element on. */
  private static String withoutProlog(String text) {
    String rest = text;
    while (rest.startsWith("<?xml") || rest.startsWith("<!--")) {
      String end = rest.startsWith("<?") ? "?>" : "-->";
      int at = rest.indexOf(end);
      if (at < 0) {
        return rest;
      }
      rest = rest.substring(at + end.length()).stripLeading();
    }
    return rest;
  }

  /**
   * Whether the first line is one object, or is cut off by the end of the start we have, or is a
   * broken one above lines that are.
   */
  private static boolean looksLikeLines(String text) {
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    if (isObject(lines.get(0))) {
      return true;
    }
    return startsLikeJson(lines.get(0))
        && (lines.size() == 1 || lines.stream().skip(1).anyMatch(KindSniffer::isObject));
  }

  private static boolean isObject(String line) {
    if (!line.startsWith("{")) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException noJson) {
      return false;
    }
  }

  private static boolean startsLikeJson(String text) {
    return JSON_START.matcher(text).lookingAt();
  }
}
