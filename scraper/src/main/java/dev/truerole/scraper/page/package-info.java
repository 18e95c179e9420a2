/**
 * Pages: decoded HTML and where it came from.
 *
 * <p>In come bytes and what their sender said of their encoding; out goes a {@link
 * dev.truerole.scraper.page.Page}. Nothing that knows postings, and no HTML parser, may enter.
 */
@NullMarked
package dev.truerole.scraper.page;

import org.jspecify.annotations.NullMarked;
