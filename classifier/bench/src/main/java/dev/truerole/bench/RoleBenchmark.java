package dev.truerole.bench;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.text.Segment;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * From segments to role and evidence, encoding and network together: postings a second on all
 * cores.
 *
 * <pre>OMP_WAIT_POLICY=PASSIVE java -jar classifier/bench/target/bench.jar RoleBenchmark</pre>
 */
public class RoleBenchmark extends StageBenchmark {

  private @Nullable RoleModel model;
  private Rounds<List<Segment>> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    model = Repository.model();
    postings = BenchPostings.segments();
  }

  @TearDown
  public void tearDown() {
    Objects.requireNonNull(model).close();
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public List<Prediction> predict() {
    return Objects.requireNonNull(model).predict(postings.next());
  }
}
