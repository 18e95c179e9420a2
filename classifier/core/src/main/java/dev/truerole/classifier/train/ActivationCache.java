package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.feature.SequenceChunks;
import dev.truerole.classifier.feature.SequenceInput;
import dev.truerole.classifier.network.PretrainedNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the frozen layers of an encoder make of word pieces, on disk in half precision: computed
 * when first asked for, read ever after, by later runs too.
 *
 * <p>Two files: activations, and an index of one row per sequence: its length, its ids, where its
 * activations start. A sequence counts once its row is complete, so an interrupted run loses no
 * more than the sequence it was at.
 */
final class ActivationCache implements SequenceInput, AutoCloseable {

  private final PretrainedNetwork network;
  private final FileChannel activations;
  private final FileChannel index;
  private final Map<IntBuffer, Long> starts = new HashMap<>();
  private long end;

  private ActivationCache(PretrainedNetwork network, FileChannel activations, FileChannel index) {
    this.network = network;
    this.activations = activations;
    this.index = index;
  }

  /**
   * Opens the cache of an encoder's lowest layers, making it if need be.
   *
   * @param directory of the caches of this encoder
   */
  static ActivationCache open(Path directory, PretrainedNetwork network) {
    try {
      Path own = directory.resolve("frozen-" + network.frozenLayers());
      Files.createDirectories(own);
      ActivationCache cache =
          new ActivationCache(
              network, channel(own.resolve("activations.f16")), channel(own.resolve("index")));
      cache.readIndex();
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException("activation cache " + directory + " cannot be opened", e);
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void readIndex() throws IOException {
    ByteBuffer rows = ByteBuffer.allocate(Math.toIntExact(index.size()));
    while (rows.hasRemaining() && index.read(rows) >= 0) {
      // goes on until all is read
    }
    rows.flip();
    int complete = 0;
    while (rows.remaining() >= Integer.BYTES) {
      int length = rows.getInt();
      if (rows.remaining() < length * Integer.BYTES + 2 * Long.BYTES) {
        break;
      }
      int[] ids = new int[length];
      for (int i = 0; i < length; i++) {
        ids[i] = rows.getInt();
      }
      starts.put(IntBuffer.wrap(ids), rows.getLong());
      end = rows.getLong();
      complete = rows.position();
    }
    index.truncate(complete);
    index.position(complete);
    activations.truncate(end);
  }

  @Override
  public NDArray read(NDManager manager, List<int[]> sequences, int width) {
    try {
      List<IntBuffer> missing =
          sequences.stream().map(IntBuffer::wrap).filter(ids -> !starts.containsKey(ids)).toList();
      for (List<int[]> chunk : SequenceChunks.distinct(missing)) {
        add(manager, chunk);
      }
      return stored(manager, sequences, width);
    } catch (IOException e) {
      throw new UncheckedIOException("the activation cache cannot be used", e);
    }
  }

  private void add(NDManager manager, List<int[]> chunk) throws IOException {
    int width = chunk.get(0).length;
    try (NDManager scratch = manager.newSubManager()) {
      NDArray lengths = SequenceChunks.lengths(scratch, chunk);
      NDArray made = network.frozenActivations(scratch, IDS.read(scratch, chunk, width), lengths);
      ByteBuffer values = made.toType(DataType.FLOAT16, false).toByteBuffer();
      int bytesInRow = values.remaining() / chunk.size();
      for (int row = 0; row < chunk.size(); row++) {
        int[] ids = chunk.get(row);
        ByteBuffer own = values.duplicate();
        own.position(row * bytesInRow).limit(row * bytesInRow + bytesInRow / width * ids.length);
        append(ids, own);
      }
    }
  }

  private void append(int[] ids, ByteBuffer values) throws IOException {
    long start = end;
    end += values.remaining();
    while (values.hasRemaining()) {
      activations.write(values, end - values.remaining());
    }
    ByteBuffer row = ByteBuffer.allocate((1 + ids.length) * Integer.BYTES + 2 * Long.BYTES);
    row.putInt(ids.length);
    for (int id : ids) {
      row.putInt(id);
    }
    row.putLong(start).putLong(end).flip();
    while (row.hasRemaining()) {
      index.write(row);
    }
    starts.put(IntBuffer.wrap(ids), start);
  }

  private NDArray stored(NDManager manager, List<int[]> sequences, int width) throws IOException {
    int bytesInPiece = network.encoderWidth() * Short.BYTES;
    int bytesInRow = width * bytesInPiece;
    ByteBuffer values =
        ByteBuffer.allocateDirect(sequences.size() * bytesInRow).order(ByteOrder.nativeOrder());
    for (int row = 0; row < sequences.size(); row++) {
      int[] ids = sequences.get(row);
      long start = starts.getOrDefault(IntBuffer.wrap(ids), -1L);
      int from = row * bytesInRow;
      values.limit(from + ids.length * bytesInPiece).position(from);
      while (values.hasRemaining()) {
        if (activations.read(values, start + values.position() - from) < 0) {
          throw new IOException("its file is shorter than its index says; remove it");
        }
      }
    }
    values.limit(values.capacity()).position(0);
    Shape shape = new Shape(sequences.size(), width, network.encoderWidth());
    try (NDArray half = manager.create(values, shape, DataType.FLOAT16)) {
      return half.toType(DataType.FLOAT32, true);
    }
  }

  @Override
  public void close() {
    try (activations;
        index) {
      starts.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the activation cache cannot be closed", e);
    }
  }
}
