package dev.truerole.classifier.report;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** Reported numbers have four decimals. */
final class Rounding {

  private static final int DECIMALS = 4;
  private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(DECIMALS);

  private Rounding() {}

  static BigDecimal round(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Probabilities that sum to exactly 1 and whose largest is the answered role's. */
  static Map<Role, BigDecimal> probabilities(Prediction prediction) {
    Map<Role, BigDecimal> rounded = new EnumMap<>(Role.class);
    BigDecimal rest = BigDecimal.ONE.setScale(DECIMALS);
    for (Role role : Role.values()) {
      if (role != prediction.role()) {
        BigDecimal value = round(prediction.probability(role));
        rounded.put(role, value);
        rest = rest.subtract(value);
      }
    }
    for (Map.Entry<Role, BigDecimal> other : rounded.entrySet()) {
      if (other.getValue().compareTo(rest) > 0) {
        other.setValue(other.getValue().subtract(STEP));
        rest = rest.add(STEP);
      }
    }
    rounded.put(prediction.role(), rest);
    return rounded;
  }
}
