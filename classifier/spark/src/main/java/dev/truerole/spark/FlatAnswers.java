package dev.truerole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Answers as the columns of the command line's CSV, which hold no structure. */
final class FlatAnswers {

  private static final String ROUNDED = "CAST(%s AS DECIMAL(6, 4))";
  private static final String SKILLS =
      "array_join(transform(filter(truerole.skills, s -> s.level = '%s'), s -> s.name), '; ')";

  /** A spreadsheet runs cells that start so as formulas: an apostrophe makes them text. */
  private static final String FORMULA = "^(?=[=+\\-@\\t\\r])";

  /** The input's numbers are none. */
  private static final String FORMULA_UNLESS_NUMBER = FORMULA + "(?![+-]\\d+(?:[.,]\\d+)*\\z)";

  private static final String PREFIX = "truerole_";

  private FlatAnswers() {}

  /** The rows' own columns, then ours; one of ours that is there already gets a prefix. */
  static Dataset<Row> of(Dataset<Row> answered) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (StructField field : answered.schema().fields()) {
      if (!field.name().equals(RoleTransform.COLUMN)) {
        columns.add(cell(field).as(field.name()));
        names.add(field.name().toLowerCase(Locale.ROOT));
      }
    }
    ours().forEach((name, value) -> columns.add(ours(value).as(free(name, names))));
    return answered.select(columns.toArray(Column[]::new));
  }

  /** Spark takes names that differ only in case for the same. */
  private static String free(String name, Set<String> names) {
    return names.contains(name) ? free(PREFIX + name, names) : name;
  }

  private static Column ours(String value) {
    Column column = expr(value);
    return value.startsWith("CAST") ? column : safe(column, FORMULA);
  }

  private static Column cell(StructField field) {
    Column value = col("`" + field.name().replace("`", "``") + "`");
    DataType type = field.dataType();
    if (type.equals(DataTypes.StringType)) {
      return safe(value, FORMULA_UNLESS_NUMBER);
    }
    return isNested(type) ? to_json(value) : value.cast(DataTypes.StringType);
  }

  private static boolean isNested(DataType type) {
    return List.of("struct", "array", "map").contains(type.typeName());
  }

  private static Column safe(Column text, String unsafe) {
    return regexp_replace(text, unsafe, "'");
  }

  /** Names and expressions, in the order of the command line's. */
  private static Map<String, String> ours() {
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("id", "truerole.id");
    ours.put("title", "truerole.title");
    ours.put("role", "truerole.role");
    for (String role : List.of("data_scientist", "ml_engineer", "hybrid", "other")) {
      ours.put("p_" + role, ROUNDED.formatted("truerole.probabilities." + role));
    }
    ours.put("ds_share", ROUNDED.formatted("truerole.dsShare"));
    ours.put("ds_share_low", ROUNDED.formatted("truerole.dsShareInterval[0]"));
    ours.put("ds_share_high", ROUNDED.formatted("truerole.dsShareInterval[1]"));
    ours.put("title_role", "truerole.titleRole");
    for (String level : List.of("required", "preferred", "mentioned")) {
      ours.put(level + "_skills", SKILLS.formatted(level));
    }
    ours.put("years_min", "CAST(truerole.asks.yearsMin.value AS STRING)");
    ours.put("degree", "truerole.asks.degree.value");
    ours.put("seniority", "truerole.asks.seniority.value");
    ours.put("salary", "truerole.asks.salary.text");
    ours.put("workplace", "truerole.asks.workplace.value");
    ours.put("language", "truerole.language");
    ours.put(
        "warnings",
        "array_join(transform(truerole.warnings, w -> substring_index(w, ':', 1)), '; ')");
    ours.put("model", "truerole.model");
    ours.put("error_code", "truerole.error.code");
    ours.put("error_message", "truerole.error.message");
    return ours;
  }
}
