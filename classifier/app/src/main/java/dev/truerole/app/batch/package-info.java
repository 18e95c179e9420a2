/**
 * Files in, files out: postings stream through the analyzer in order, every row answered or with
 * its error, and a run that was killed can be gone on with. Parquet, which other rooms know nothing
 * of, is read and written here. No command line, no network.
 */
@NullMarked
package dev.truerole.app.batch;

import org.jspecify.annotations.NullMarked;
