package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.file.PostingRow;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what comes of a batch: both files people take away, and what the page shows. */
final class BatchOutput implements Closeable {

  /** Set before our columns, that they meet none of the sender's. */
  private static final String OURS = "truerole_";

  private final BatchOrder order;
  private final OutputStream jsonLines;
  private final OutputStream table;
  private final OutputStream index;
  private final StringWriter jsonText = new StringWriter();
  private final StringWriter tableText = new StringWriter();
  private final ReportWriter json = ReportFormat.JSONL.open(jsonText, ReportOptions.plain());
  private final ReportWriter csv = ReportFormat.CSV.open(tableText, ReportOptions.plain());
  private long offset;

  BatchOutput(BatchOrder order, BatchFolder folder) throws IOException {
    this.order = order;
    this.jsonLines = open(folder.jsonLines());
    this.table = open(folder.table());
    this.index = open(folder.index());
    csv.flush();
    String ours =
        Arrays.stream(taken(tableText).strip().split(","))
            .map(name -> OURS + name)
            .collect(Collectors.joining(","));
    write(table, CsvCells.before(order.columns()) + ours + "\r\n");
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  BatchRow write(int row, PostingRow.Posting posting, PostingAnalysis answer) throws IOException {
    json.write(answer);
    csv.write(answer);
    String text = answer.posting().body().text();
    int length = writeRow(posting.fields(), text);
    return written(BatchRow.of(row, answer, offset - length, length));
  }

  BatchRow write(int row, PostingRow.Failed failed) throws IOException {
    json.writeFailure(failed.id(), failed.code(), failed.message());
    csv.writeFailure(failed.id(), failed.code(), failed.message());
    int length = writeRow(Map.of(), "");
    return written(BatchRow.of(row, failed, offset - length, length));
  }

  private BatchRow written(BatchRow row) throws IOException {
    write(index, Json.text(row.state()) + "\n");
    return row;
  }

  private int writeRow(Map<String, String> fields, String text) throws IOException {
    json.flush();
    csv.flush();
    write(table, CsvCells.before(cells(fields, text)) + taken(tableText));
    byte[] line = withInput(taken(jsonText).strip(), fields).getBytes(StandardCharsets.UTF_8);
    jsonLines.write(line);
    jsonLines.write('\n');
    offset += line.length + 1;
    return line.length + 1;
  }

  private List<String> cells(Map<String, String> fields, String text) {
    List<String> cells = new ArrayList<>();
    for (String column : order.columns()) {
      String usual = column.equals(order.textColumn()) ? text : "";
      cells.add(fields.getOrDefault(column, usual));
    }
    return cells;
  }

  /** The answer with the sender's fields; its text stands in the answer. */
  private static String withInput(String answer, Map<String, String> fields) {
    if (fields.isEmpty()) {
      return answer;
    }
    ObjectNode input = Json.object();
    fields.forEach(input::put);
    return answer.substring(0, answer.length() - 1) + ",\"input\":" + Json.text(input) + "}";
  }

  private static String taken(StringWriter text) {
    String all = text.toString();
    text.getBuffer().setLength(0);
    return all;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What was written can be read from here on. */
  void flush() throws IOException {
    jsonLines.flush();
    table.flush();
    index.flush();
  }

  @Override
  public void close() throws IOException {
    try (jsonLines;
        table;
        index) {
      flush();
    }
  }
}
