package dev.truerole.scraper.file;

/**
 * What a field of a JSON object holds; nulls are fields that are not there.
 *
 * @param text the characters of a string, else JSON; empty for structures nobody asked for
 */
record JsonValue(Shape shape, String text) {

  /** How a value is written. */
  enum Shape {
    STRING,
    NUMBER_OR_BOOLEAN,
    STRUCTURE
  }

  boolean isString() {
    return shape == Shape.STRING;
  }

  boolean isStructure() {
    return shape == Shape.STRUCTURE;
  }
}
