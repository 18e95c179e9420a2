package dev.truerole.spark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The formats postings can come in and answers can go out in. */
enum FileFormat {
  PARQUET,
  JSONL,
  CSV;

  /** The column of a JSON Lines file. */
  static final String LINE = "line";

  /** What a file's name says, a packed one's without its last ending. */
  static Optional<FileFormat> of(String path) {
    String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2)$", "");
    for (FileFormat format : values()) {
      if (name.endsWith("." + format)) {
        return Optional.of(format);
      }
    }
    return name.endsWith(".ndjson") ? Optional.of(JSONL) : Optional.empty();
  }

  /** The rows of files; lines that are blank are none. */
  Dataset<Row> read(SparkSession spark, List<String> paths) {
    String[] files = paths.toArray(String[]::new);
    return switch (this) {
      case PARQUET -> spark.read().parquet(files);
      case JSONL ->
          spark
              .read()
              .option("lineSep", "\n")
              .text(files)
              .toDF(LINE)
              .filter("line rlike '[^\\\\s\\uFEFF]'");
      case CSV -> readTable(spark, files);
    };
  }

  /** All cells as they stand; what does not fit the header goes to a column of its own. */
  private static Dataset<Row> readTable(SparkSession spark, String... files) {
    var reader =
        spark
            .read()
            .option("header", true)
            .option("multiLine", true)
            .option("quote", "\"")
            .option("escape", "\"")
            .option("enforceSchema", false);
    StructType schema = new StructType();
    for (String column : reader.csv(files).columns()) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return reader
        .option("columnNameOfCorruptRecord", RowSource.CORRUPT)
        .schema(schema.add(RowSource.CORRUPT, DataTypes.StringType))
        .csv(files);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
