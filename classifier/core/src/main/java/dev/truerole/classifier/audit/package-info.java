/**
 * What a model can be trusted with: changes that must not change its answer, evidence that must
 * matter, figures part by part, and two models side by side.
 *
 * <p>In come models and corpora; out go figures. Nothing here trains, and nothing here writes for
 * people.
 */
@NullMarked
package dev.truerole.classifier.audit;

import org.jspecify.annotations.NullMarked;
