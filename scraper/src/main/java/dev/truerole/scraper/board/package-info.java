/**
 * Reading pages: one parser per kind of page, and the way from HTML to text with blocks.
 *
 * <p>In comes a {@link dev.truerole.scraper.page.Page} or a piece of HTML; out goes a {@link
 * dev.truerole.scraper.posting.JobPosting} or its body. Whatever fetches pages or opens files must
 * not come in; Jsoup must not get out.
 */
@NullMarked
package dev.truerole.scraper.board;

import org.jspecify.annotations.NullMarked;
