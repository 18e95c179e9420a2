package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an annotator said of a posting, by the role rubric.
 *
 * @param role the role
 * @param dsShare share of data-scientist work, 0 to 1; null when out of scope or not given
 * @param confidence 1 unsure, 2 fairly sure, 3 sure
 */
public record Label(Role role, @Nullable Double dsShare, int confidence) {

  private static final int FAIRLY_SURE = 2;
  private static final double PERCENT = 100;

  /**
   * @throws IllegalArgumentException if a value is out of its range or share and role disagree
   */
  public Label {
    if (confidence < 1 || confidence > 3) {
      throw new IllegalArgumentException("confidence must be 1, 2 or 3, not " + confidence);
    }
    if (dsShare != null && !(dsShare >= 0 && dsShare <= 1)) {
      throw new IllegalArgumentException("ds_share must be 0 to 100, not " + PERCENT * dsShare);
    }
    if (dsShare != null && role != Role.ofShare(dsShare)) {
      throw new IllegalArgumentException(
          "ds_share " + Math.round(PERCENT * dsShare) + " is no " + role.id());
    }
  }

  /** Whether the posting is of this field at all. */
  public boolean inScope() {
    return role != Role.OTHER;
  }

  /**
   * Reads {@code role}, or {@code scope} and {@code ds_share} (0 to 100), and {@code confidence}.
   *
   * @return empty where there is neither a role nor a scope
   * @throws IllegalArgumentException if a value cannot be a label
   */
  public static Optional<Label> of(Map<String, String> fields) {
    String scope = value(fields, "scope");
    String share = value(fields, "ds_share");
    String role = value(fields, "role");
    if (scope.isEmpty() && role.isEmpty()) {
      return Optional.empty();
    }
    int confidence = number(fields, "confidence").map(Double::intValue).orElse(FAIRLY_SURE);
    String otherScope = role.equals(Role.OTHER.id()) ? "in" : "out";
    if (!role.isEmpty() && scope.equals(otherScope)) {
      throw new IllegalArgumentException("scope '" + scope + "' and role '" + role + "' disagree");
    }
    if (scope.equals("out")) {
      return Optional.of(new Label(Role.OTHER, null, confidence));
    }
    if (!share.isEmpty()) {
      double dsShare = number(fields, "ds_share").orElseThrow() / PERCENT;
      Role byShare = role.isEmpty() ? Role.ofShare(dsShare) : role(role);
      return Optional.of(new Label(byShare, dsShare, confidence));
    }
    if (role.isEmpty()) {
      throw new IllegalArgumentException("scope '" + scope + "' needs a ds_share or a role");
    }
    return Optional.of(new Label(role(role), null, confidence));
  }

  private static Role role(String id) {
    return Role.of(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "role '" + id + "' is none of data_scientist, ml_engineer, hybrid, other"));
  }

  private static Optional<Double> number(Map<String, String> fields, String name) {
    String text = value(fields, name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " '" + text + "' is no number", e);
    }
  }

  private static String value(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
  }
}
