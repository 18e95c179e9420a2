/**
 * Files in, files out: postings stream through the analyzer in order, every row answered or with
 * its error. No command line, no network.
 */
@NullMarked
package dev.truerole.app.batch;

import org.jspecify.annotations.NullMarked;
