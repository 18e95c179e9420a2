/**
 * What a crawl remembers from run to run: pages, postings, outputs, and marks of what is the same
 * posting again.
 *
 * <p>In come postings that were read; out goes whether they are new, changed, or copies. No network
 * and no HTML may enter; the database does not leave.
 */
@NullMarked
package dev.truerole.scraper.crawl;

import org.jspecify.annotations.NullMarked;
