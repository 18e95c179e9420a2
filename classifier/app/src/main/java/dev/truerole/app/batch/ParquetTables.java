package dev.truerole.app.batch;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import dev.truerole.scraper.file.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files as tables of text. Columns of lists and structures are passed over. */
public final class ParquetTables implements TableReader {

  private static final String HEX = "0x";

  /** A column and its place among those read. */
  private record Place(int index, PrimitiveType type) {}

  @Override
  public Table open(Path file) throws IOException {
    try {
      List<ColumnDescriptor> columns =
          ParquetReader.readMetadata(file.toFile())
              .getFileMetaData()
              .getSchema()
              .getColumns()
              .stream()
              .filter(column -> column.getPath().length == 1 && column.getMaxRepetitionLevel() == 0)
              .toList();
      List<String> names = columns.stream().map(column -> column.getPath()[0]).toList();
      ParquetReader<String[], List<String>, Place> reader =
          ParquetReader.spliterator(
              file.toFile(),
              new Cells(names.size()),
              path -> {
                int index = path.length == 1 ? names.indexOf(path[0]) : -1;
                return index < 0 ? null : new Place(index, columns.get(index).getPrimitiveType());
              });
      return new OpenTable(reader, names);
    } catch (RuntimeException broken) {
      throw new IOException("not a Parquet file that can be read: " + broken.getMessage(), broken);
    }
  }

  /** Makes text of the values of a row. */
  private record Cells(int columns) implements Hydrator<String[], List<String>, Place> {

    @Override
    public String[] start() {
      String[] cells = new String[columns];
      Arrays.fill(cells, "");
      return cells;
    }

    @Override
    public String[] add(String[] cells, Place place, @Nullable Object value) {
      cells[place.index()] = text(place.type(), value);
      return cells;
    }

    @Override
    public List<String> finish(String[] cells) {
      return List.of(cells);
    }

    /** Dates and times are numbers, and text without a type of its own is shown as bytes. */
    private static String text(PrimitiveType type, @Nullable Object value) {
      if (value instanceof Integer number) {
        return type.stringifier().stringify(number);
      }
      if (value instanceof Long number) {
        return type.stringifier().stringify(number);
      }
      if (value instanceof String bytes
          && bytes.startsWith(HEX)
          && type.getLogicalTypeAnnotation() == null) {
        byte[] raw = HexFormat.of().parseHex(bytes.substring(HEX.length()));
        return new String(raw, StandardCharsets.UTF_8);
      }
      return value == null ? "" : value.toString();
    }
  }

  private record OpenTable(
      ParquetReader<String[], List<String>, Place> reader, List<String> columns) implements Table {

    @Override
    public Optional<List<String>> next() throws IOException {
      List<List<String>> next = new ArrayList<>(1);
      try {
        return reader.tryAdvance(next::add) ? Optional.of(next.get(0)) : Optional.empty();
      } catch (RuntimeException broken) {
        throw new IOException(String.valueOf(broken.getCause()), broken);
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
