package dev.truerole.spark;

import dev.truerole.classifier.model.ModelException;
import dev.truerole.scraper.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The job for {@code spark-submit}: files of postings in, a folder of answers out. */
@Command(
    name = "ClassifyJob",
    mixinStandardHelpOptions = true,
    description = "Says which job postings really are, on a cluster.",
    footer = {
      "",
      "parquet: the input's columns and a struct 'truerole'.",
      "jsonl: the lines that 'truerole classify --format jsonl' writes.",
      "csv: the input's columns, then those of 'truerole classify --format csv'.",
      "JSON Lines have one column, 'line', which is left out in CSV.",
      "A row that holds no posting stays, with its error."
    })
public final class ClassifyJob implements Callable<Integer> {

  private final Supplier<SparkSession> session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders or globs, at any address Spark can read.")
  private List<String> inputs = List.of();

  @Option(
      names = "--input-format",
      paramLabel = "parquet|jsonl|csv",
      description = "What they are. Default: the ending of the first.")
  private @Nullable FileFormat inputFormat;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "The folder answers go to; it must not be there yet.")
  private String output = "";

  @Option(
      names = "--format",
      paramLabel = "parquet|jsonl|csv",
      description = "How answers are written. Default: parquet.")
  private FileFormat format = FileFormat.PARQUET;

  @Option(
      names = "--compression",
      paramLabel = "NAME",
      description = "none, gzip, zstd (Parquet) and the like. Default: Spark's.")
  private @Nullable String compression;

  @Option(names = "--overwrite", description = "Replace what is at --output.")
  private boolean overwrite;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Spread the rows over so many tasks; needed for gzipped and CSV files, which are one"
              + " task each. Default: as they are read.")
  private int partitions;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model directory on the driver's disk. Default: the shipped one.")
  private @Nullable Path model;

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description = "Column or field of the posting's text. Default: description, text and such.")
  private @Nullable String textColumn;

  @Option(
      names = "--title-column",
      paramLabel = "NAME",
      description = "Column or field of the title.")
  private @Nullable String titleColumn;

  @Option(names = "--id-column", paramLabel = "NAME", description = "Column or field of the id.")
  private @Nullable String idColumn;

  @Option(
      names = "--company-column",
      paramLabel = "NAME",
      description = "Column or field of the company.")
  private @Nullable String companyColumn;

  @Option(
      names = "--max-chars",
      paramLabel = "N",
      description = "Longer texts are refused with an error. Default: 500000.")
  private int maxChars = ReadOptions.defaults().maxChars();

  @Option(names = "--all-evidence", description = "Give every segment's evidence.")
  private boolean allEvidence;

  @Option(
      names = "--abstain-below",
      paramLabel = "P",
      description = "Give no role whose probability is below this, 0 to 1. Default: 0.")
  private double abstainBelow;

  private ClassifyJob(Supplier<SparkSession> session) {
    this.session = session;
  }

  /** Runs the job and ends the process: 0 done, 2 wrong use; a job that breaks throws. */
  public static void main(String[] args) {
    int code = run(() -> SparkSession.builder().appName("TrueRole").getOrCreate(), args);
    var opened = SparkSession.getDefaultSession();
    if (opened.isDefined()) {
      opened.get().stop();
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the job and gives its exit code; wrong use is found before a session is asked for. */
  static int run(Supplier<SparkSession> session, String... args) {
    return new CommandLine(new ClassifyJob(session))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
        .execute(args);
  }

  /** What a user can mend gets one line; anything else keeps its trace. */
  private static int explain(Exception e, CommandLine command) throws Exception {
    if (e instanceof AnalysisException
        || e instanceof IllegalArgumentException
        || e instanceof ModelException) {
      command.getErr().println("ClassifyJob: " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    throw e;
  }

  @Override
  public Integer call() throws IOException {
    FileFormat from = inputFormat();
    SparkSession spark = session.get();
    RoleTransform transform = transform(spark);
    Dataset<Row> rows = spread(from.read(spark, inputs));
    Dataset<Row> answered =
        from == FileFormat.JSONL
            ? transform.answeredLines(rows, FileFormat.LINE)
            : transform.answeredTable(rows);
    write(answered, from);
    return 0;
  }

  private RoleTransform transform(SparkSession spark) throws IOException {
    ReadOptions reading =
        new ReadOptions(textColumn, titleColumn, idColumn, companyColumn, maxChars);
    RoleTransform transform =
        model == null ? RoleTransform.shipped(spark) : RoleTransform.of(spark, model);
    RoleTransform set = transform.reading(reading).abstainingBelow(abstainBelow);
    return allEvidence ? set.withAllEvidence() : set;
  }

  private FileFormat inputFormat() {
    if (inputFormat != null) {
      return inputFormat;
    }
    return FileFormat.of(inputs.get(0))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    inputs.get(0) + ": its name does not say what it is; give --input-format"));
  }

  /** A shuffled row no longer knows its file, so that it is noted before. */
  private Dataset<Row> spread(Dataset<Row> rows) {
    Dataset<Row> placed = RoleTransform.placed(rows);
    return partitions > 0 ? placed.repartition(partitions) : placed;
  }

  private void write(Dataset<Row> answered, FileFormat from) {
    switch (format) {
      case PARQUET -> save(RoleTransform.parsed(answered.drop(RowSource.CORRUPT)), "parquet");
      case JSONL -> save(answered.select(RoleTransform.JSON), "text");
      case CSV -> {
        String noCell = from == FileFormat.JSONL ? FileFormat.LINE : RowSource.CORRUPT;
        save(FlatAnswers.of(RoleTransform.parsed(answered.drop(noCell))), "csv");
      }
    }
  }

  private void save(Dataset<Row> rows, String as) {
    var writer =
        rows.write()
            .format(as)
            .option("header", true)
            .option("escape", "\"")
            .option("emptyValue", "")
            .mode(overwrite ? SaveMode.Overwrite : SaveMode.ErrorIfExists);
    if (compression != null) {
      writer = writer.option("compression", compression);
    }
    writer.save(output);
  }
}
