package dev.truerole.classifier.train;

import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * What a step learns from.
 *
 * @param posting encoded
 * @param label null if nobody labelled it
 * @param teacher what a teacher says of it, null if none was asked
 */
record Example(EncodedPosting posting, @Nullable Label label, @Nullable Prediction teacher) {}
