package dev.truerole.app.batch;

import blue.strategic.parquet.ParquetWriter;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.report.AnswerTable;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The table of answers as a Parquet file; cells without a value are null. */
final class ParquetReport implements ReportWriter {

  private final AnswerTable table;
  private final ParquetWriter<List<String>> writer;
  private List<String> columns = List.of();
  private List<String> cells = List.of();

  private ParquetReport(AnswerTable table, ParquetWriter<List<String>> writer) {
    this.table = table;
    this.writer = writer;
  }

  /**
   * @param own the columns of the tables that are read
   */
  static ParquetReport create(Path file, List<String> own) throws IOException {
    AnswerTable table = new AnswerTable(own);
    List<AnswerTable.Column> columns = table.columns();
    ParquetWriter<List<String>> writer =
        ParquetWriter.writeFile(
            schema(columns),
            file.toFile(),
            (row, values) -> {
              for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                  values.write(columns.get(i).name(), value(columns.get(i).kind(), row.get(i)));
                }
              }
            });
    return new ParquetReport(table, writer);
  }

  private static MessageType schema(List<AnswerTable.Column> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (AnswerTable.Column column : columns) {
      switch (column.kind()) {
        case TEXT ->
            schema
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
        case DECIMAL -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        case WHOLE -> schema.optional(PrimitiveTypeName.INT32).named(column.name());
      }
    }
    return schema.named("answers");
  }

  private static Object value(AnswerTable.Kind kind, String cell) {
    return switch (kind) {
      case TEXT -> cell;
      case DECIMAL -> Double.valueOf(cell);
      case WHOLE -> Integer.valueOf(cell);
    };
  }

  @Override
  public void read(List<String> columns, List<String> cells, String line) {
    this.columns = columns;
    this.cells = cells;
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    writer.write(table.row(analysis, columns, cells));
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    writer.write(table.failure(id, code, message, columns, cells));
  }

  @Override
  public void flush() {
    // Rows are written by the group.
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
