/**
 * Skills of a posting: which ones, at what level, for how many years, and the words that say so.
 *
 * <p>In come a posting's text, its {@link dev.truerole.classifier.text.Segment}s and a taxonomy of
 * skills from tab-separated files; out go {@link dev.truerole.classifier.skill.RequiredSkill}s with
 * offsets into the text. No web, no trained model, and no word of a single posting may enter: what
 * is known of skills stands in the taxonomy, what is known of wording in {@code level-cues.tsv}.
 */
@NullMarked
package dev.truerole.classifier.skill;

import org.jspecify.annotations.NullMarked;
