package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.truerole.classifier.network.PretrainedNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache before a network whose activations are its ids, and which counts what it is asked. */
class ActivationCacheTest {

  private static final int[] LONG = {1, 2, 3, 4, 5, 6};
  private static final int[] SHORT = {7, 8};

  @TempDir private Path directory;
  private final Counting network = new Counting();

  private static final class Counting implements PretrainedNetwork {
    private int sequences;

    @Override
    public Map<String, Parameter> encoderParameters() {
      return Map.of();
    }

    @Override
    public int encoderWidth() {
      return 3;
    }

    @Override
    public int frozenLayers() {
      return 2;
    }

    @Override
    public NDArray frozenActivations(NDManager manager, NDArray ids, NDArray lengths) {
      sequences += (int) ids.getShape().get(0);
      NDArray column = ids.toType(DataType.FLOAT32, true).expandDims(2);
      NDArray activations = column.concat(column.mul(10), 2).concat(column.mul(-1), 2);
      activations.attach(manager);
      return activations;
    }
  }

  private float[] read(ActivationCache cache, List<int[]> sequences, int width) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray read = cache.read(manager, sequences, width);
      assertThat(read.getShape()).isEqualTo(new Shape(sequences.size(), width, 3));
      assertThat(read.getDataType()).isEqualTo(DataType.FLOAT32);
      return read.toFloatArray();
    }
  }

  @Test
  void activationsAreTheNetworksAndPaddedWithZeros() {
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      assertThat(read(cache, List.of(SHORT, new int[] {9, 1, 2}), 3))
          .containsExactly(7, 70, -7, 8, 80, -8, 0, 0, 0, 9, 90, -9, 1, 10, -1, 2, 20, -2);
    }
  }

  @Test
  void everySequenceIsComputedOnce() {
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      float[] first = read(cache, List.of(LONG, SHORT), 6);
      assertThat(network.sequences).isEqualTo(2);
      assertThat(read(cache, List.of(LONG, SHORT), 6)).containsExactly(first);
      assertThat(network.sequences).isEqualTo(2);
    }
  }

  @Test
  void laterRunsReadWhatEarlierOnesWrote() {
    float[] before;
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      before = read(cache, List.of(LONG, SHORT), 6);
    }
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      assertThat(read(cache, List.of(LONG, SHORT), 6)).containsExactly(before);
    }
    assertThat(network.sequences).isEqualTo(2);
  }

  /** The last row of the index was cut off while it was written: only its sequence is lost. */
  @Test
  void interruptedWriteLosesOneSequence() throws IOException {
    float[] before;
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      before = read(cache, List.of(LONG, SHORT), 6);
    }
    Path index = directory.resolve("frozen-2").resolve("index");
    try (FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 3);
    }
    Files.write(
        directory.resolve("frozen-2").resolve("activations.f16"),
        ByteBuffer.allocate(5).array(),
        StandardOpenOption.APPEND);
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      assertThat(read(cache, List.of(LONG, SHORT), 6)).containsExactly(before);
      assertThat(network.sequences).isEqualTo(3);
    }
    try (ActivationCache cache = ActivationCache.open(directory, network)) {
      assertThat(read(cache, List.of(SHORT, LONG), 6)).hasSameSizeAs(before);
      assertThat(network.sequences).isEqualTo(3);
    }
  }
}
