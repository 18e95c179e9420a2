package dev.truerole.scraper.board;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads definition lists: a term with one short answer is a fact on one line ({@code Location:
 * Berlin}), any other term is the heading of its definitions.
 */
final class Definitions {

  private static final int MAX_FACT_CHARS = 80;
  private static final int MAX_FACT_NODES = 100;
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "ul", "ol", "dl", "div", "br", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6");

  /** Terms that were looked at. */
  private final IdentityHashMap<Element, Boolean> facts = new IdentityHashMap<>();

  /** Whether a term is the first half of a fact. */
  boolean isFact(Element term) {
    return term.normalName().equals("dt") && facts.computeIfAbsent(term, Definitions::isPair);
  }

  private static boolean isPair(Element term) {
    Element answer = term.nextElementSibling();
    return answer != null
        && isDefinition(answer)
        && !isDefinition(answer.nextElementSibling())
        && isShort(term)
        && isShort(answer);
  }

  /** Whether a definition is one of several of its term. */
  static boolean isListed(Element definition) {
    return isDefinition(definition.previousElementSibling())
        || isDefinition(definition.nextElementSibling());
  }

  /** Whether this is the place between the halves of a fact. */
  boolean isJoint(Element element, boolean opening) {
    if (!opening) {
      return isFact(element);
    }
    Element term = isDefinition(element) ? element.previousElementSibling() : null;
    return term != null && isFact(term);
  }

  private static boolean isShort(Element element) {
    return !ShortText.of(element, MAX_FACT_CHARS).isEmpty()
        && !new TagSearch(BLOCKS, MAX_FACT_NODES).finds(element);
  }

  private static boolean isDefinition(@Nullable Element element) {
    return element != null && element.normalName().equals("dd");
  }
}
