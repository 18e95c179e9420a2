/**
 * Reading files: text, HTML, JSON, JSON Lines and tables, one row after the other.
 *
 * <p>In come paths and streams; out goes one {@link dev.truerole.scraper.file.UnreadRow} per row,
 * which any thread can make a {@link dev.truerole.scraper.file.PostingRow} of: a posting or the
 * reason why there is none. The network and models must not come in; neither Jackson nor FastCSV
 * nor zstd must get out.
 */
@NullMarked
package dev.truerole.scraper.file;

import org.jspecify.annotations.NullMarked;
