package dev.truerole.classifier.network;

import java.util.Map;

/** Checked reading of an architecture's hyperparameters. */
record Hyperparameters(Map<String, Double> values) {

  private static final int MAX_SIZE = 4096;

  /** A size, 1 to 4096. */
  int size(String name) {
    return whole(name, 1);
  }

  /** A number of things, 0 to 4096. */
  int count(String name) {
    return whole(name, 0);
  }

  private int whole(String name, int least) {
    double value = number(name);
    if (value < least || value > MAX_SIZE || value != Math.rint(value)) {
      throw new IllegalArgumentException(
          name + " must be a whole number from " + least + " to " + MAX_SIZE + ", not " + value);
    }
    return (int) value;
  }

  /** A share that is dropped, 0 to below 1. */
  float dropout(String name) {
    double value = number(name);
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be 0 to below 1, not " + value);
    }
    return (float) value;
  }

  private double number(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("hyperparameter '" + name + "' is missing");
    }
    return value;
  }
}
