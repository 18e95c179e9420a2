package dev.truerole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truerole.classifier.model.ModelException;
import dev.truerole.scraper.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoleTransformIT {

  private static final Path SOME = Answers.POSTINGS.resolve("commerce.jsonl");

  private static SparkSession spark;
  private static RoleTransform transform;

  @BeforeAll
  static void open() throws IOException {
    spark = LocalSpark.session();
    transform = RoleTransform.shipped(spark);
  }

  @Test
  void aTableGetsTheLibrarysAnswersAndKeepsItsColumns() {
    Dataset<Row> postings = spark.read().json(SOME.toString());
    Dataset<Row> answered = transform.apply(postings.repartition(5));
    assertThat(answered.columns())
        .containsExactly(concat(postings.columns(), RoleTransform.COLUMN));
    assertThat(answered.drop(RoleTransform.COLUMN).exceptAll(postings).count()).isZero();
    Answers.assertSame(structs(answered), withoutNulls(Answers.ofLibrary(SOME)));
  }

  private static String[] concat(String[] columns, String last) {
    String[] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = last;
    return all;
  }

  /** Structs back as JSON: a field that the Spark type lacked would be lost on the way. */
  private static Map<String, JsonNode> structs(Dataset<Row> answered) {
    List<String> json =
        answered
            .select(to_json(col(RoleTransform.COLUMN), Map.of("ignoreNullFields", "false")))
            .as(Encoders.STRING())
            .collectAsList();
    return withoutNulls(Answers.byId(json));
  }

  private static Map<String, JsonNode> withoutNulls(Map<String, JsonNode> answers) {
    Map<String, JsonNode> bare = new TreeMap<>();
    answers.forEach((id, answer) -> bare.put(id, Answers.withoutNulls(answer)));
    return bare;
  }

  @Test
  void linesGetTheLibrarysAnswers() {
    Dataset<Row> lines = spark.read().text(Answers.POSTINGS.toString());
    Dataset<Row> answered = transform.applyToLines(lines, "value");
    assertThat(answered.columns()).containsExactly("value", RoleTransform.COLUMN);
    Answers.assertSame(structs(answered), withoutNulls(Answers.ofLibrary(Answers.POSTINGS)));
  }

  @Test
  void aModelIsLoadedOnceForAllTasks() {
    Dataset<Row> lines = spark.read().text(SOME.toString()).repartition(8);
    transform.applyToLines(lines, "value").collectAsList();
    transform.withAllEvidence().applyToLines(lines, "value").collectAsList();
    assertThat(Analyzers.models()).isEqualTo(1);
  }

  @Test
  void aRowWithoutAPostingStaysWithItsReason() {
    StructType schema = StructType.fromDDL("id STRING, body STRING, n INT, _corrupt_record STRING");
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create("none", null, 1, null),
                RowFactory.create("blank", " \n ", 2, null),
                RowFactory.create("long", "word ".repeat(100), 3, null),
                RowFactory.create(null, null, 4, "{\"id\": "),
                RowFactory.create("short", "We bake bread.", 5, null)),
            schema);
    List<Row> errors =
        transform
            .reading(new ReadOptions("body", null, null, null, 300))
            .apply(rows)
            .orderBy("n")
            .select("n", "truerole.error.code", "truerole.id", "truerole.warnings")
            .collectAsList();
    assertThat(errors)
        .extracting(row -> row.getString(1))
        .containsExactly("empty_text", "empty_text", "text_too_long", "malformed_row", null);
    assertThat(errors)
        .extracting(row -> row.getString(2))
        .containsExactly("none", "blank", "long", "row", "short");
    assertThat(errors.get(4).<String>getList(3).get(0)).startsWith("too_short");
  }

  @Test
  void anUnsureRoleIsWithheld() {
    Dataset<Row> lines = spark.read().text(SOME.toString());
    long given =
        transform
            .abstainingBelow(1)
            .applyToLines(lines, "value")
            .where("truerole.role IS NOT NULL")
            .count();
    assertThat(given).isZero();
  }

  @Test
  void allEvidenceIsMoreThanTheStrongest() {
    Dataset<Row> lines = spark.read().text(SOME.toString());
    assertThat(evidence(transform.withAllEvidence(), lines))
        .isGreaterThan(evidence(transform, lines));
  }

  private static long evidence(RoleTransform transform, Dataset<Row> lines) {
    return transform
        .applyToLines(lines, "value")
        .selectExpr("sum(size(truerole.evidence))")
        .first()
        .getLong(0);
  }

  @Test
  void anotherModelGivesItsName() throws IOException {
    Path model = Answers.HOME.resolve("models/role");
    Dataset<Row> lines = spark.read().text(SOME.toString()).limit(3);
    assertThat(
            RoleTransform.of(spark, model)
                .applyToLines(lines, "value")
                .select("truerole.model")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("role");
    assertThatThrownBy(() -> RoleTransform.of(spark, Answers.POSTINGS))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("card.json");
  }

  @Test
  void aMissingColumnIsNamedBeforeAnythingRuns() {
    Dataset<Row> numbers = spark.range(3).toDF("number");
    assertThatThrownBy(() -> transform.apply(numbers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number");
    assertThatThrownBy(() -> transform.applyToLines(numbers, "line"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line");
    assertThatThrownBy(() -> transform.abstainingBelow(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2");
  }
}
