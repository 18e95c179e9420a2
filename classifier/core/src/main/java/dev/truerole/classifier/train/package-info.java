/**
 * Corpora, training and evaluation.
 *
 * <p>In come labelled postings and a plan; out go model directories and {@link
 * dev.truerole.classifier.train.Evaluation}s. No reports, no commands.
 */
@NullMarked
package dev.truerole.classifier.train;

import org.jspecify.annotations.NullMarked;
