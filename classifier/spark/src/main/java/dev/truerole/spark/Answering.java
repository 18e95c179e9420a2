package dev.truerole.spark;

import dev.truerole.classifier.PostingAnalyzer;
import java.util.Iterator;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Answers the rows of a partition, where they are: to each row it adds its answer as JSON.
 *
 * @param model the pack of {@code sha256}
 */
record Answering(
    Broadcast<ModelPack> model,
    String sha256,
    RowSource source,
    double abstainBelow,
    boolean allEvidence)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    PostingAnalyzer analyzer = Analyzers.of(sha256, abstainBelow, model::value);
    TaskContext task = TaskContext.get();
    ForkJoinPool threads = threads(task.cpus());
    task.addTaskCompletionListener((TaskCompletionListener) ended -> threads.shutdownNow());
    return new AnsweredRows(rows, source.reader(), analyzer, allEvidence, threads);
  }

  /**
   * The analyzer spreads its work over the pool it is called in: that of the task, so that tasks do
   * not meet in the pool all share. Its threads know the job's classes, which that one's do not.
   */
  private static ForkJoinPool threads(int count) {
    ClassLoader loader = Answering.class.getClassLoader();
    return new ForkJoinPool(
        count,
        pool -> {
          var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
          thread.setContextClassLoader(loader);
          return thread;
        },
        null,
        false);
  }
}
