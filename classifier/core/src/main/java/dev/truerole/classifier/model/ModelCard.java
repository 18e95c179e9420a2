package dev.truerole.classifier.model;

import java.util.List;
import java.util.Map;

/**
 * What is known of a trained model, as stored in {@code card.json} beside its weights.
 *
 * @param name what answers call the model, such as {@code role-bag-1}
 * @param architecture the name of its architecture
 * @param hyperparameters of that architecture
 * @param features how many features its vocabulary has
 * @param weightsSha256 of the weights file, in hex
 * @param vocabularySha256 of the vocabulary file, in hex
 * @param command the command that made it
 * @param plan what the command meant: seed, epochs and so on
 * @param data files read, with counts and hashes, and where the labels come from
 * @param versions of this product, Java, DJL and PyTorch
 * @param metrics figures measured when it was trained
 * @param samples texts written for this project with the probabilities it gave them; opening a
 *     model on another machine must repeat them
 */
public record ModelCard(
    String name,
    String architecture,
    Map<String, Double> hyperparameters,
    int features,
    String weightsSha256,
    String vocabularySha256,
    String command,
    Map<String, Object> plan,
    Map<String, Object> data,
    Map<String, String> versions,
    Map<String, Object> metrics,
    List<Sample> samples) {

  ModelCard withSamples(List<Sample> recorded) {
    return new ModelCard(
        name,
        architecture,
        hyperparameters,
        features,
        weightsSha256,
        vocabularySha256,
        command,
        plan,
        data,
        versions,
        metrics,
        recorded);
  }

  /**
   * A recorded prediction.
   *
   * @param text what was read
   * @param dsShare what the model said
   * @param probabilities by role id
   */
  public record Sample(String text, double dsShare, Map<String, Double> probabilities) {}
}
