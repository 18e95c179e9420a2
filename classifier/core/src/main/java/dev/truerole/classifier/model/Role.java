package dev.truerole.classifier.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.truerole.classifier.network.AdditiveHead;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a posting's work can be. */
public enum Role {
  DATA_SCIENTIST(0),
  ML_ENGINEER(1),
  HYBRID(2),
  OTHER(3);

  private final int column;

  Role(int column) {
    this.column = column;
  }

  /** Its column in a network's probabilities and in tables by role, 0 to 3. */
  public int column() {
    return column;
  }

  /** The name in files: {@code data_scientist} and so on. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people: "Data Scientist" and so on. */
  public String label() {
    return switch (this) {
      case DATA_SCIENTIST -> "Data Scientist";
      case ML_ENGINEER -> "ML Engineer";
      case HYBRID -> "Hybrid";
      case OTHER -> "Other";
    };
  }

  /** The role of this id, empty for an unknown one. */
  public static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /**
   * The role of a posting in scope with this share of data-scientist work.
   *
   * @param dsShare 0 to 1
   */
  public static Role ofShare(double dsShare) {
    // Shares come in steps of 0.05, and 1 - 0.65 is not 0.35 in binary.
    double tolerance = 1e-9;
    if (dsShare >= AdditiveHead.DATA_SCIENTIST_FROM - tolerance) {
      return DATA_SCIENTIST;
    }
    return dsShare <= 1 - AdditiveHead.DATA_SCIENTIST_FROM + tolerance ? ML_ENGINEER : HYBRID;
  }
}
