package dev.truerole.classifier.skill;

/**
 * A value and the tokens of a segment that state it.
 *
 * @param value what is stated
 * @param from the index of the first token
 * @param to the index after the last token
 */
record Place<T>(T value, int from, int to) {

  Stated<T> in(Setting setting) {
    return new Stated<>(value, setting.span(from, to));
  }
}
