package dev.truerole.classifier.text;

/**
 * A token of the posting: the slice of the text it stands for, and its comparable form.
 *
 * @param start where it starts in the posting's text
 * @param end where it ends, exclusive
 * @param word its characters in lower case with typographic quotes and dashes made plain
 */
public record Token(int start, int end, Word word) {

  /** The form of its word. */
  public String normal() {
    return word.form();
  }

  /** The characters as they stand in the text. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
