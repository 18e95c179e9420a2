package dev.truerole.scraper.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An element of a feed: its local name, its own text and the elements inside. */
final class XmlNode {

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlNode> children = new ArrayList<>();

  XmlNode(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void append(String more) {
    text.append(more);
  }

  void add(XmlNode child) {
    children.add(child);
  }

  /** The own text, without white space around it. */
  String text() {
    return text.toString().strip();
  }

  /** The direct children of a name. */
  Stream<XmlNode> all(String child) {
    return children.stream().filter(node -> node.name().equals(child));
  }

  /** The text of the first direct child of a name, or an empty string. */
  String text(String child) {
    return all(child).findFirst().map(XmlNode::text).orElse("");
  }

  /** The first direct child; an element outside of all others has exactly one. */
  XmlNode first() {
    return children.get(0);
  }

  /** The first direct child of a name, or one without content. */
  XmlNode get(String child) {
    return all(child).findFirst().orElseGet(() -> new XmlNode(child));
  }
}
