package dev.truerole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.input_file_name;

import dev.truerole.scraper.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Adds to each row of a data set what job its posting really is. No row is lost: one that holds no
 * posting has the reason in {@code truerole.error}. Immutable.
 *
 * <p>The model travels with the job and is loaded once in each JVM. Nothing is computed before an
 * action asks for it, and again for every further action: {@code cache()} what is used twice.
 *
 * <pre>{@code
 * Dataset<Row> answered = RoleTransform.shipped(spark).apply(postings);
 * answered.groupBy("truerole.role").count().show();
 * }</pre>
 */
public final class RoleTransform {

  /** The column that {@link #apply} adds. */
  public static final String COLUMN = "truerole";

  /** Where a row came from; for messages, and gone from the result. */
  static final String PLACE = "truerole_place";

  /** The answer as a line of the command line's JSON Lines. */
  static final String JSON = "truerole_json";

  private static final Map<String, String> STRICT = Map.of("mode", "FAILFAST");

  private final Broadcast<ModelPack> model;
  private final String sha256;
  private final ReadOptions reading;
  private final double abstainBelow;
  private final boolean allEvidence;

  private RoleTransform(
      Broadcast<ModelPack> model,
      String sha256,
      ReadOptions reading,
      double abstainBelow,
      boolean allEvidence) {
    this.model = model;
    this.sha256 = sha256;
    this.reading = reading;
    this.abstainBelow = abstainBelow;
    this.allEvidence = allEvidence;
  }

  /**
   * Answers by the shipped model.
   *
   * @throws IOException if the jar is not whole
   */
  public static RoleTransform shipped(SparkSession spark) throws IOException {
    return of(spark, ModelPack.shipped());
  }

  /**
   * Answers by a model of the driver's disk.
   *
   * @throws IOException if it cannot be read
   * @throws dev.truerole.classifier.model.ModelException if the directory holds no model
   */
  public static RoleTransform of(SparkSession spark, Path model) throws IOException {
    return of(spark, ModelPack.of(model));
  }

  private static RoleTransform of(SparkSession spark, ModelPack pack) {
    Broadcast<ModelPack> sent =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(pack);
    return new RoleTransform(sent, pack.sha256(), ReadOptions.defaults(), 0, false);
  }

  /** The same for postings in other columns than the usual ones. */
  public RoleTransform reading(ReadOptions options) {
    return new RoleTransform(model, sha256, options, abstainBelow, allEvidence);
  }

  /**
   * The same, giving no role whose probability is lower.
   *
   * @param probability 0 to 1
   */
  public RoleTransform abstainingBelow(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "a probability to abstain below is 0 to 1, not " + probability);
    }
    return new RoleTransform(model, sha256, reading, probability, allEvidence);
  }

  /** The same with the evidence of every segment, not only the strongest. */
  public RoleTransform withAllEvidence() {
    return new RoleTransform(model, sha256, reading, abstainBelow, true);
  }

  /**
   * Answers rows of a table. Columns are found by name as in CSV files: {@code description} or
   * {@code text}, {@code id}, {@code title}, {@code company} and the like. A row that Spark itself
   * could not read, with {@code _corrupt_record} set, becomes an error.
   *
   * @return the same rows and columns with a struct {@value #COLUMN}, its fields those of the JSON
   *     answers
   * @throws IllegalArgumentException if no column can hold the text, or a named one is not there
   */
  public Dataset<Row> apply(Dataset<Row> postings) {
    return parsed(answeredTable(postings));
  }

  /**
   * Answers lines of JSON, each as the command line would.
   *
   * @param column the one with the lines
   * @return the same rows and columns with a struct {@value #COLUMN}
   * @throws IllegalArgumentException if there is no such column
   */
  public Dataset<Row> applyToLines(Dataset<Row> lines, String column) {
    return parsed(answeredLines(lines, column));
  }

  /** Table rows with their answers in {@link #JSON}. */
  Dataset<Row> answeredTable(Dataset<Row> postings) {
    Dataset<Row> placed = placed(postings);
    return answered(placed, RowSource.table(columns(placed), reading));
  }

  /** Lines with their answers in {@link #JSON}. */
  Dataset<Row> answeredLines(Dataset<Row> lines, String column) {
    Dataset<Row> placed = placed(lines);
    return answered(placed, RowSource.lines(columns(placed), column, reading));
  }

  /** Takes the JSON apart; it is our own, so that a line that does not fit is a bug. */
  static Dataset<Row> parsed(Dataset<Row> answered) {
    return answered.withColumn(COLUMN, from_json(col(JSON), AnswerType.STRUCT, STRICT)).drop(JSON);
  }

  /** Rows that say where they are from: shuffled ones no longer know, and have to bring it. */
  static Dataset<Row> placed(Dataset<Row> rows) {
    return List.of(rows.columns()).contains(PLACE)
        ? rows
        : rows.withColumn(PLACE, input_file_name());
  }

  private Dataset<Row> answered(Dataset<Row> placed, RowSource source) {
    StructType schema = placed.schema().add(JSON, DataTypes.StringType, false);
    Answering answering = new Answering(model, sha256, source, abstainBelow, allEvidence);
    return placed.mapPartitions(answering, Encoders.row(schema)).drop(PLACE);
  }

  private static List<String> columns(Dataset<Row> rows) {
    return List.of(rows.columns());
  }
}
