package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Map;

/** A network with an encoder whose weights come from elsewhere before training tunes them. */
public interface PretrainedNetwork {

  /** The encoder's parameters by their names in BERT's checkpoints, in no order. */
  Map<String, Parameter> encoderParameters();

  /** How wide its activations are, E. */
  int encoderWidth();

  /** How many of its lower layers training leaves alone, along with the embeddings. */
  int frozenLayers();

  /**
   * What the embeddings and the frozen layers make of word pieces: the activations (N, T, E) that
   * the network takes in place of the ids.
   *
   * @param manager owns the result
   * @param ids (N, T)
   * @param lengths (N, 1)
   */
  NDArray frozenActivations(NDManager manager, NDArray ids, NDArray lengths);
}
