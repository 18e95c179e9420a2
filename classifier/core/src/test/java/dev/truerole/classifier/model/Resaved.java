package dev.truerole.classifier.model;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.network.Architectures;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a model directory and saves what was opened to another. */
public final class Resaved {

  private Resaved() {}

  /** The network of {@code from}, written anew to {@code to} with the same card. */
  public static void copy(Path from, Path to) throws IOException {
    ModelCard card = ModelStore.card(from);
    Vocabulary vocabulary = ModelStore.vocabulary(from, card);
    try (NDManager manager = NDManager.newBaseManager()) {
      Block block =
          Architectures.initialized(
              card.architecture(),
              vocabulary.size(),
              PostingEncoder.MARKS,
              card.hyperparameters(),
              manager);
      ModelStore.load(from, card, block);
      ModelStore.saveFiles(to, block, vocabulary);
      ModelStore.saveCard(to, card);
    }
  }
}
