/**
 * The same analysis on a cluster: rows of a Spark data set in, the same rows with their answers
 * out.
 *
 * <p>Parsing, analysis and the words of an answer are those of the command line; this room only
 * carries them to where the rows are. Spark must not get out of it.
 */
@NullMarked
package dev.truerole.spark;

import org.jspecify.annotations.NullMarked;
