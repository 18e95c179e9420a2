package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Copies weights. */
final class Weights {

  private Weights() {}

  /**
   * Copies values in place. NDArray.copyTo would do, but makes PyTorch print a warning to its
   * users' terminals.
   *
   * @param to an array that wants no gradient
   */
  static void copy(NDArray from, NDArray to) {
    to.set(new NDIndex(":"), from.stopGradient().toDevice(to.getDevice(), false));
  }
}
