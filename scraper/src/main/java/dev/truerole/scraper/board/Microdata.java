package dev.truerole.scraper.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns the items of a page, written as <a
 * href="https://html.spec.whatwg.org/multipage/microdata.html">microdata</a> or <a
 * href="https://www.w3.org/TR/rdfa-lite/">RDFa Lite</a>, into the JSON-LD that says the same. A
 * property belongs to the innermost item around it.
 */
final class Microdata implements NodeFilter {

  private static final int MAX_DEPTH = 20;

  /** No property of a posting has more. */
  private static final int MAX_VALUES = 1_000;

  /** A page with more postings is a list, whatever stands behind these. */
  private static final int MAX_POSTINGS = 1_000;

  private static final List<String> PROPERTIES = List.of("itemprop", "property");
  private static final String SPACES = " \t\n\u000B\f\r";

  /** Properties whose markup is part of what they say. */
  private static final List<String> TEXTS =
      List.of(
          "description",
          "responsibilities",
          "qualifications",
          "skills",
          "jobbenefits",
          "experiencerequirements",
          "educationrequirements",
          "employeroverview");

  private final List<LooseJson> postings = new ArrayList<>();
  private final Deque<Item> open = new ArrayDeque<>();

  /** The text property we are inside of: its HTML holds that of all below, and is taken once. */
  private @Nullable Element text;

  private record Item(Element element, ObjectNode json) {}

  private Microdata() {}

  /** The postings of a page in its order. */
  static List<LooseJson> postings(Document page) {
    Microdata reader = new Microdata();
    reader.traverse(page);
    return reader.postings;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    Item around = open.peek();
    String type = open.size() < MAX_DEPTH ? type(element) : null;
    ObjectNode json = type == null ? null : JsonNodeFactory.instance.objectNode();
    if (around != null && hasProperties(element)) {
      properties(element).forEach(name -> add(around, name, element, json));
    }
    boolean posting = type != null && LooseJson.namesPosting(type);
    if (json != null && (around != null || posting)) {
      open.push(new Item(element, json));
    }
    if (json != null && posting) {
      postings.add(new LooseJson(json));
    }
    return postings.size() < MAX_POSTINGS ? FilterResult.CONTINUE : FilterResult.STOP;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    Item item = open.peek();
    if (item != null && item.element().equals(node)) {
      open.pop();
    }
    text = node.equals(text) ? null : text;
    return FilterResult.CONTINUE;
  }

  /** The type of the item an element is, the first of several; null if it is none. */
  private static @Nullable String type(Element element) {
    if (element.hasAttr("itemscope") || element.hasAttr("itemtype")) {
      return firstWord(element.attr("itemtype"));
    }
    return element.hasAttr("typeof") ? firstWord(element.attr("typeof")) : null;
  }

  private static String firstWord(String text) {
    StringTokenizer words = new StringTokenizer(text, SPACES);
    return words.hasMoreTokens() ? words.nextToken() : "";
  }

  private static boolean hasProperties(Element element) {
    return element.attributesSize() > 0
        && (element.hasAttr("itemprop") || element.hasAttr("property"));
  }

  /** Names may be addresses or carry prefixes. */
  private static Set<String> properties(Element element) {
    Set<String> names = new LinkedHashSet<>();
    for (String attribute : PROPERTIES) {
      StringTokenizer words = new StringTokenizer(element.attr(attribute), SPACES);
      while (words.hasMoreTokens()) {
        String name = words.nextToken();
        names.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
      }
    }
    return names;
  }

  private void add(Item around, String name, Element element, @Nullable ObjectNode item) {
    JsonNode before = around.json().get(name);
    if (before instanceof ArrayNode && before.size() >= MAX_VALUES) {
      return;
    }
    JsonNode value = item == null ? JsonNodeFactory.instance.textNode(value(name, element)) : item;
    if (before instanceof ArrayNode several) {
      several.add(value);
    } else if (before != null) {
      around.json().putArray(name).add(before).add(value);
    } else {
      around.json().set(name, value);
    }
  }

  private String value(String name, Element element) {
    for (String attribute : List.of("content", "datetime")) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return switch (element.normalName()) {
      case "a", "link", "area" -> address(element, "href");
      case "img", "iframe", "source" -> element.attr("src");
      default -> TEXTS.contains(name.toLowerCase(Locale.ROOT)) ? html(element) : text(element);
    };
  }

  private String html(Element element) {
    if (text != null) {
      return "";
    }
    text = element;
    return element.html();
  }

  private static String address(Element element, String attribute) {
    String address = element.attr(attribute);
    return address.isEmpty() ? text(element) : address;
  }

  /** Whatever is longer is none of the short properties. */
  private static String text(Element element) {
    return ShortText.of(element, 1_000);
  }
}
