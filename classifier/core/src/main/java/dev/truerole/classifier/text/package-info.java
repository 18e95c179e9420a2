/**
 * Posting text to segments and tokens, all with offsets into the text.
 *
 * <p>In comes a posting's body; out go {@link dev.truerole.classifier.text.Segment}s that know
 * their heading, section and tokens. OpenNLP lives here and nowhere else. No features, no models.
 */
@NullMarked
package dev.truerole.classifier.text;

import org.jspecify.annotations.NullMarked;
