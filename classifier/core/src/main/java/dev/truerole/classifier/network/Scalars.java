package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Arithmetic with plain numbers where a gradient is wanted.
 *
 * <p>{@code array.mul(number)} and its like make a short-lived array whose memory is Java's: the
 * gradient still needs it after it was freed, and reads whatever stands there by then. These arrays
 * are PyTorch's own, which keeps them as long as it needs them.
 */
public final class Scalars {

  private Scalars() {}

  /** An array times a number. */
  public static NDArray times(NDArray array, double number) {
    return array.mul(of(array, number));
  }

  /** The larger of each value and a number. */
  public static NDArray atLeast(NDArray array, double number) {
    return array.maximum(of(array, number));
  }

  /** The smaller of each value and a number. */
  public static NDArray atMost(NDArray array, double number) {
    return array.minimum(of(array, number));
  }

  private static NDArray of(NDArray beside, double number) {
    return beside
        .getManager()
        .full(new Shape(), (float) number, DataType.FLOAT32, beside.getDevice());
  }
}
