package dev.truerole.classifier;

/**
 * What a segment says for one side, with where it stands in the posting's text.
 *
 * @param start first UTF-16 position
 * @param end position after the last
 * @param side what it speaks for
 * @param weight in the model's evidence units; negative for {@link Side#OUT_OF_SCOPE}
 */
public record SegmentEvidence(int start, int end, Side side, double weight) {

  /** What evidence can speak for. */
  public enum Side {
    DATA_SCIENTIST("data_scientist", "Data Scientist"),
    ML_ENGINEER("ml_engineer", "ML Engineer"),
    IN_SCOPE("in_scope", "being in this field"),
    OUT_OF_SCOPE("out_of_scope", "another field");

    private final String id;
    private final String label;

    Side(String id, String label) {
      this.id = id;
      this.label = label;
    }

    /** The name in files. */
    public String id() {
      return id;
    }

    /** The name for people. */
    public String label() {
      return label;
    }
  }
}
