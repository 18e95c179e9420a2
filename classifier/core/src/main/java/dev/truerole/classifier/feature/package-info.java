/**
 * Segments to numbers: a vocabulary, encoded postings and the batches a network reads.
 *
 * <p>In come segments with tokens; out go tensors, for training and prediction alike. No network,
 * no labels.
 */
@NullMarked
package dev.truerole.classifier.feature;

import org.jspecify.annotations.NullMarked;
