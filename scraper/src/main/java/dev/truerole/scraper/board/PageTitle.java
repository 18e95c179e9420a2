package dev.truerole.scraper.board;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds what a page calls itself. */
final class PageTitle {

  private static final int MAX_CHARS = 300;

  private PageTitle() {}

  /**
   * The first {@code h1} that is no site name, else {@code og:title}, else {@code <title>} without
   * the site's name at its end; null if the page has none of these.
   */
  static @Nullable String find(Document page, @Nullable String company) {
    String site = meta(page, "og:site_name");
    for (Element heading : page.select("h1")) {
      String text = ShortText.firstLine(heading, MAX_CHARS);
      if (isUsable(text) && !text.equalsIgnoreCase(site) && !text.equalsIgnoreCase(company)) {
        return text;
      }
    }
    String title = meta(page, "og:title");
    title = isUsable(title) ? title : CleanText.of(page.title());
    title = withoutSuffix(withoutSuffix(title, site), company == null ? "" : company);
    return isUsable(title) ? title : null;
  }

  /** What is left of a page when the title, which is told apart, is no longer in it. */
  static List<TextBlock> without(@Nullable String title, List<TextBlock> blocks) {
    return blocks.stream().filter(block -> !block.text().equalsIgnoreCase(title)).toList();
  }

  private static String meta(Document page, String property) {
    Element meta = page.selectFirst("meta[property=" + property + "], meta[name=" + property + "]");
    return meta == null ? "" : CleanText.of(meta.attr("content"));
  }

  private static String withoutSuffix(String title, String site) {
    if (site.isEmpty() || !title.toLowerCase(Locale.ROOT).endsWith(site.toLowerCase(Locale.ROOT))) {
      return title;
    }
    String rest = title.substring(0, title.length() - site.length()).stripTrailing();
    String cut = rest.replaceFirst("\\s*(?:[-–—|·:•]|\\bat|\\bbei|@)$", "");
    return cut.isEmpty() || cut.length() == rest.length() ? title : cut;
  }

  private static boolean isUsable(String title) {
    return !title.isEmpty() && title.length() <= MAX_CHARS;
  }
}
