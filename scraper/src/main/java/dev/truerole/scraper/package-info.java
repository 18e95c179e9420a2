/**
 * The facade of the scraper: an address, a board or a saved page in, postings or the reason for
 * none out.
 *
 * <p>What a page says is judged here; how it is got, parsed and remembered is the business of the
 * other rooms.
 */
@NullMarked
package dev.truerole.scraper;

import org.jspecify.annotations.NullMarked;
