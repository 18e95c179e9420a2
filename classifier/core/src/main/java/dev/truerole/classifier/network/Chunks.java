package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.function.Function;

/** The part of a batch that holds sequences, as {@link Architecture} describes it. */
final class Chunks {

  /** Bags, marks and membership come first. */
  private static final int PLACES = 3;

  private Chunks() {}

  /**
   * Reads each chunk and gives every segment what its sequence became.
   *
   * @param inputs a whole batch
   * @param width W
   * @param reader from a chunk's sequences (N, T) or (N, T, E) and lengths (N, 1) to (N, W)
   * @return (S, W), zeros for a segment without a sequence
   */
  static NDArray read(NDList inputs, long width, Function<NDList, NDArray> reader) {
    NDArray bags = inputs.get(0);
    if (inputs.size() <= PLACES) {
      return zeros(bags, new Shape(bags.getShape().get(0), width));
    }
    NDList rows = new NDList();
    for (int i = PLACES + 1; i < inputs.size(); i += 2) {
      rows.add(reader.apply(new NDList(inputs.get(i), inputs.get(i + 1))));
    }
    rows.add(zeros(bags, new Shape(1, width)));
    NDArray places = inputs.get(PLACES);
    return places
        .getNDArrayInternal()
        .embedding(places, NDArrays.concat(rows, 0), SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /** Zeros where another array lives. */
  static NDArray zeros(NDArray beside, Shape shape) {
    return beside.getManager().zeros(shape, DataType.FLOAT32, beside.getDevice());
  }

  /** (N, T): 1 where a sequence has something, 0 behind its end. */
  static NDArray present(NDArray lengths, long length, NDManager owner) {
    NDArray places = owner.arange(0, (float) length, 1, DataType.FLOAT32);
    NDArray present =
        places
            .toDevice(lengths.getDevice(), false)
            .reshape(1, length)
            .lt(lengths)
            .toType(DataType.FLOAT32, false);
    present.attach(owner);
    return present;
  }
}
