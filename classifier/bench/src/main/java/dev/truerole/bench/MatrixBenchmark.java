package dev.truerole.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What matrix products give: square ones that fill the processor, and those of the network's own
 * shape (segments of a batch times its layers). Ten to the nine operations a second is the column
 * {@code gigaflops}. PyTorch takes all cores unless told otherwise; see {@link NetworkBenchmark}.
 *
 * <pre>OMP_WAIT_POLICY=PASSIVE java -jar classifier/bench/target/bench.jar MatrixBenchmark</pre>
 */
public class MatrixBenchmark extends StageBenchmark {

  /** Rows, inner size and columns. */
  @Param({"2048x2048x2048", "512x512x512", "4096x64x64"})
  public String shape = "512x512x512";

  private final NDManager manager = NDManager.newBaseManager();
  private @Nullable NDArray left;
  private @Nullable NDArray right;
  private double operations;

  @Setup
  public void setUp() {
    String[] sizes = shape.split("x", -1);
    long rows = Long.parseLong(sizes[0]);
    long inner = Long.parseLong(sizes[1]);
    long columns = Long.parseLong(sizes[2]);
    left = manager.randomUniform(-1, 1, new Shape(rows, inner));
    right = manager.randomUniform(-1, 1, new Shape(inner, columns));
    operations = 2.0 * rows * inner * columns;
  }

  @TearDown
  public void tearDown() {
    manager.close();
  }

  @Benchmark
  public long multiply(Traffic traffic) {
    try (NDArray product = Objects.requireNonNull(left).matMul(Objects.requireNonNull(right))) {
      traffic.computed(operations);
      return product.size();
    }
  }
}
