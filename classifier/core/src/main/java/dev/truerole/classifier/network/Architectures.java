package dev.truerole.classifier.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The architectures there are. */
public final class Architectures {

  private static final List<Architecture> ALL =
      List.of(new EvidenceBag(), new ConvolvedSegments(), new SegmentTransformer());

  private Architectures() {}

  /** All of them, the default first. */
  public static List<Architecture> all() {
    return ALL;
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Architecture named(String name) {
    return ALL.stream()
        .filter(architecture -> architecture.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no architecture '" + name + "'; there is: " + String.join(", ", names())));
  }

  /**
   * A block of this architecture with first values, in native memory that {@code manager} owns.
   *
   * @param features how many features the vocabulary has
   * @param marks how many marks a segment can carry
   * @param hyperparameters a value for each that the architecture has
   * @throws IllegalArgumentException if there is no such architecture
   */
  public static Block initialized(
      String name,
      int features,
      int marks,
      Map<String, Double> hyperparameters,
      NDManager manager) {
    Block block = named(name).build(features, marks, hyperparameters);
    block.initialize(
        manager, DataType.FLOAT32, new Shape(1, features), new Shape(1, marks), new Shape(1, 1));
    return block;
  }

  /**
   * The defaults with some values replaced.
   *
   * @throws IllegalArgumentException if the architecture has no such hyperparameter
   */
  public static Map<String, Double> hyperparameters(
      Architecture architecture, Map<String, Double> changed) {
    Map<String, Double> values = new HashMap<>(architecture.defaults());
    changed.forEach(
        (name, value) -> {
          if (values.replace(name, value) == null) {
            throw new IllegalArgumentException(
                architecture.name()
                    + " has no hyperparameter '"
                    + name
                    + "', only "
                    + values.keySet());
          }
        });
    return Map.copyOf(values);
  }

  private static List<String> names() {
    return ALL.stream().map(Architecture::name).toList();
  }
}
