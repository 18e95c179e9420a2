/**
 * A trained model and what it says of postings.
 *
 * <p>In come segments; out go {@link dev.truerole.classifier.model.Prediction}s. Tensors stay
 * inside; training, skills and reports must not come in.
 */
@NullMarked
package dev.truerole.classifier.model;

import org.jspecify.annotations.NullMarked;
