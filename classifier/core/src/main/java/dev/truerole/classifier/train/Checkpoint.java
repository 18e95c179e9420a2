package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a training run after an epoch, on disk, so that an interrupted run goes on from
 * there and ends in the same weights. A checkpoint of another plan or other data is not used.
 */
final class Checkpoint {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARRAYS = "checkpoint.safetensors";
  private static final String STATE = "checkpoint.json";
  private static final String WEIGHT = "weight.";
  private static final String BEST = "best.";

  private final Path directory;
  private final String fingerprint;

  /**
   * Where a run is.
   *
   * @param fingerprint of plan and data
   * @param epoch epochs done
   * @param steps optimiser steps done
   * @param bestEpoch the epoch of the best validation loss, 0 before the first
   * @param bestLoss that loss
   * @param history how the epochs went
   */
  record State(
      String fingerprint,
      int epoch,
      int steps,
      int bestEpoch,
      double bestLoss,
      List<TrainedModel.EpochLosses> history) {}

  Checkpoint(Path directory, String fingerprint) {
    this.directory = directory;
    this.fingerprint = fingerprint;
  }

  /** The state of this run now. */
  State state(
      int epoch,
      int steps,
      int bestEpoch,
      double bestLoss,
      List<TrainedModel.EpochLosses> history) {
    return new State(fingerprint, epoch, steps, bestEpoch, bestLoss, List.copyOf(history));
  }

  /** Replaces the checkpoint on disk in one move each for arrays and state. */
  void save(
      State state,
      Map<String, Parameter> parameters,
      AdamW optimizer,
      Map<String, NDArray> bestWeights) {
    try (NDManager scratch = NDManager.newBaseManager()) {
      NDList arrays = new NDList();
      parameters.forEach(
          (name, parameter) -> arrays.add(copy(parameter.getArray(), WEIGHT + name, scratch)));
      bestWeights.forEach((name, array) -> arrays.add(copy(array, BEST + name, scratch)));
      optimizer.state().forEach(array -> arrays.add(copy(array, array.getName(), scratch)));
      Files.createDirectories(directory);
      Files.deleteIfExists(directory.resolve(STATE));
      Path fresh = directory.resolve(ARRAYS + ".new");
      try (OutputStream out = Files.newOutputStream(fresh)) {
        arrays.encode(out, NDList.Encoding.SAFETENSORS);
      }
      Files.move(fresh, directory.resolve(ARRAYS), StandardCopyOption.REPLACE_EXISTING);
      Path freshState = directory.resolve(STATE + ".new");
      Files.writeString(freshState, JSON.writeValueAsString(state));
      Files.move(freshState, directory.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("checkpoint " + directory + " cannot be written", e);
    }
  }

  /** Puts everything back as it was, if there is a checkpoint of this very run. */
  Optional<State> restore(
      Map<String, Parameter> parameters, AdamW optimizer, Map<String, NDArray> bestWeights) {
    @Nullable State state = state();
    if (state == null || !state.fingerprint().equals(fingerprint)) {
      return Optional.empty();
    }
    try (NDManager scratch = NDManager.newBaseManager()) {
      NDList arrays = NDList.decode(scratch, Files.readAllBytes(directory.resolve(ARRAYS)));
      parameters.forEach(
          (name, parameter) -> {
            parameter.getArray().setRequiresGradient(false);
            Weights.copy(arrays.get(WEIGHT + name), parameter.getArray());
            parameter.getArray().setRequiresGradient(parameter.requiresGradient());
          });
      bestWeights.forEach((name, array) -> Weights.copy(arrays.get(BEST + name), array));
      optimizer.restore(arrays, state.steps());
      return Optional.of(state);
    } catch (IOException e) {
      throw new UncheckedIOException("checkpoint " + directory + " cannot be read", e);
    }
  }

  /** Removes it: the run is done. */
  void delete() {
    try {
      Files.deleteIfExists(directory.resolve(STATE));
      Files.deleteIfExists(directory.resolve(ARRAYS));
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("checkpoint " + directory + " cannot be removed", e);
    }
  }

  private @Nullable State state() {
    Path file = directory.resolve(STATE);
    try {
      return Files.isRegularFile(file) ? JSON.readValue(Files.readString(file), State.class) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "checkpoint " + file + " cannot be read; remove it to start anew", e);
    }
  }

  private static NDArray copy(NDArray array, String name, NDManager scratch) {
    NDArray copy = array.duplicate();
    copy.attach(scratch);
    copy.setName(name);
    return copy;
  }
}
