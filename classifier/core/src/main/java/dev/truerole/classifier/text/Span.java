package dev.truerole.classifier.text;

/** A half-open range of UTF-16 positions in a posting's text. */
public record Span(int start, int end) {

  /**
   * @throws IllegalArgumentException if it starts before 0 or ends before it starts
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: [" + start + ", " + end + ")");
    }
  }

  /** The characters it covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Its length in UTF-16 units. */
  public int length() {
    return end - start;
  }
}
