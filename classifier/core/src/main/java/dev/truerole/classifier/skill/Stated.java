package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Span;

/**
 * Something a posting states, with the words that state it.
 *
 * @param value what is stated
 * @param span where, as half-open UTF-16 offsets into the posting's text
 */
public record Stated<T>(T value, Span span) {}
