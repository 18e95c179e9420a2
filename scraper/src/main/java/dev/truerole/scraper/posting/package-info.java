/**
 * The records everyone shares: a posting and its text with its block structure.
 *
 * <p>In comes text or blocks somebody read; out goes a {@link
 * dev.truerole.scraper.posting.JobPosting}. Nothing of the web, of files or of models may enter.
 */
@NullMarked
package dev.truerole.scraper.posting;

import org.jspecify.annotations.NullMarked;
