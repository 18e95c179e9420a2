/**
 * Architectures: what lies between a batch's tensors and the evidence of its segments.
 *
 * <p>In come tensors, out go tensors. Nothing of ours enters: no words, no roles, no files.
 */
@NullMarked
package dev.truerole.classifier.network;

import org.jspecify.annotations.NullMarked;
