package dev.truerole.scraper.board;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Reads definition lists: a term with one short answer is a fact on one line ({@code Location:
 * Berlin}), any other term is the heading of its definitions.
 */
final class Definitions {

  private static final int MAX_FACT_CHARS = 80;
  private static final Evaluator BLOCKS =
      Selector.evaluatorOf("p, ul, ol, dl, div, br, table, pre, h1, h2, h3, h4, h5, h6");

  private Definitions() {}

  /** Whether a term is the first half of a fact. */
  static boolean isFact(Element term) {
    Element answer = term.nextElementSibling();
    return term.normalName().equals("dt")
        && answer != null
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
  static boolean isJoint(Element element, boolean opening) {
    if (!opening) {
      return isFact(element);
    }
    Element term = element.previousElementSibling();
    return isDefinition(element) && term != null && isFact(term);
  }

  private static boolean isShort(Element element) {
    return !ShortText.of(element, MAX_FACT_CHARS).isEmpty() && element.selectFirst(BLOCKS) == null;
  }

  private static boolean isDefinition(@Nullable Element element) {
    return element != null && element.normalName().equals("dd");
  }
}
