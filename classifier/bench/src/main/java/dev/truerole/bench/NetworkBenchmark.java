package dev.truerole.bench;

import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.model.RoleModel;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The network on encoded postings, so many handed over at once: tensors, forward pass and answers,
 * postings a second. PyTorch takes all cores unless told otherwise; on one:
 *
 * <pre>
 * OMP_WAIT_POLICY=PASSIVE java -jar classifier/bench/target/bench.jar NetworkBenchmark \
 *     -jvmArgsAppend '-Dai.djl.pytorch.num_threads=1 -XX:ActiveProcessorCount=1'
 * </pre>
 */
public class NetworkBenchmark extends StageBenchmark {

  @Param({"1", "8", "64", "256"})
  public int batch;

  private @Nullable RoleModel model;
  private Rounds<EncodedPosting> postings = Rounds.none();

  @Setup
  public void setUp() throws IOException {
    PostingEncoder encoder = PostingEncoder.ofBags(Vocabulary.load(Repository.vocabulary()));
    model = Repository.model();
    postings = BenchPostings.segments().map(encoder::encode);
  }

  @TearDown
  public void tearDown() {
    opened().close();
  }

  @Benchmark
  @OperationsPerInvocation(Rounds.SIZE)
  public void predict(Blackhole answers) {
    List<EncodedPosting> round = postings.next();
    for (int from = 0; from < Rounds.SIZE; from += batch) {
      answers.consume(opened().predictEncoded(round.subList(from, from + batch)));
    }
  }

  private RoleModel opened() {
    return Objects.requireNonNull(model);
  }
}
