package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * How much a mention is wanted, and why.
 *
 * @param level how much
 * @param reason the words that say so, null where none do
 */
record Verdict(SkillLevel level, @Nullable Span reason) {}
