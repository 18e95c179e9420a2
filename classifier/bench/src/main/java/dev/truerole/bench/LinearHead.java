package dev.truerole.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A linear classifier of vectors, as {@code sklearn_peer.py head} writes it. */
final class LinearHead {

  private final JsonNode roles;
  private final double[][] weights;
  private final double[] bias;

  private LinearHead(JsonNode roles, double[][] weights, double[] bias) {
    this.roles = roles;
    this.weights = weights;
    this.bias = bias;
  }

  /**
   * Reads {@code {"roles": […], "weights": [[…]…], "bias": […]}}.
   *
   * @throws IOException if it is not there
   */
  static LinearHead load(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode head = json.readTree(file.toFile());
    return new LinearHead(
        head.get("roles"),
        json.convertValue(head.get("weights"), double[][].class),
        json.convertValue(head.get("bias"), double[].class));
  }

  /** The role with the largest sum. */
  String role(float[] vector) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int role = 0; role < bias.length; role++) {
      double sum = bias[role];
      for (int i = 0; i < vector.length; i++) {
        sum += weights[role][i] * vector[i];
      }
      if (sum > most) {
        most = sum;
        best = role;
      }
    }
    return roles.get(best).asText();
  }
}
