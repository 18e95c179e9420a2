package dev.truerole.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What memory gives: the triad {@code a = b + s c} of the STREAM benchmark (J. D. McCalpin) over
 * arrays too large for any cache, and over such as fit the second level. Ten to the nine bytes a
 * second is the column {@code gigabytes}; give all cores by {@code -t max}.
 *
 * <pre>java -jar classifier/bench/target/bench.jar BandwidthBenchmark -t max</pre>
 */
@State(Scope.Thread)
public class BandwidthBenchmark extends StageBenchmark {

  private static final int ARRAYS = 3;
  private static final int KIB = 1024;

  /** Of each of the three arrays, for each thread. */
  @Param({"65536", "64"})
  public int kib;

  private float[] a = {};
  private float[] b = {};
  private float[] c = {};

  @Setup
  public void setUp() {
    int length = kib * KIB / Float.BYTES;
    a = new float[length];
    b = new float[length];
    c = new float[length];
    for (int i = 0; i < length; i++) {
      b[i] = i % 7;
      c[i] = i % 5;
    }
  }

  @Benchmark
  public float[] triad(Traffic traffic) {
    float scale = 3;
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + scale * c[i];
    }
    traffic.moved((double) ARRAYS * Float.BYTES * a.length);
    traffic.computed(2.0 * a.length);
    return a;
  }
}
