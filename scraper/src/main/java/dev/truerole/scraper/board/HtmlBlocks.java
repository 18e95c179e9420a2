package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.PostingBody;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Turns HTML into text with blocks.
 *
 * <p>Jsoup's own {@code text()} glues list items into one line and {@code wholeText()} glues blocks
 * together; a reader of postings needs to see what a person sees.
 */
public final class HtmlBlocks {

  private HtmlBlocks() {}

  /**
   * Reads a page or a piece of one. HTML that was escaped once or more is unescaped first; scripts,
   * navigation, form controls, cookie notices and hidden parts are left out. Plain text is read by
   * its line breaks.
   *
   * @return the text, one line per block: headings stand between blank lines, list items after
   *     {@code "- "} (which is not part of the block), cells of a table row are joined by a tab
   */
  public static PostingBody read(String html) {
    return BlockText.compose(blocks(html));
  }

  static List<TextBlock> blocks(String html) {
    Element body = body(html);
    return blocks(body, HiddenParts.of(body));
  }

  static Element body(String html) {
    return HtmlTree.parse(Escapes.withLineBreaks(Escapes.unescapeTags(html))).body();
  }

  static List<TextBlock> blocks(Element root, HiddenParts hidden) {
    return LineBlocks.read(LineWalker.lines(root, hidden));
  }
}
