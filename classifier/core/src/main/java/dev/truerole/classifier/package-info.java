/**
 * The facade: postings in, analyses out. Command line, web page, batch and cluster all take this
 * road, so they all say the same.
 */
@NullMarked
package dev.truerole.classifier;

import org.jspecify.annotations.NullMarked;
