package dev.truerole.spark;

import org.apache.spark.sql.types.StructType;

/** An answer as a Spark type: the fields of the JSON contract in the README. */
final class AnswerType {

  private static final String SPAN = "start INT, `end` INT, text STRING";

  static final StructType STRUCT =
      StructType.fromDDL(
          String.join(
              ", ",
              "id STRING, title STRING, role STRING",
              "probabilities STRUCT<data_scientist DOUBLE, ml_engineer DOUBLE, hybrid DOUBLE,"
                  + " other DOUBLE>",
              "dsShare DOUBLE, dsShareInterval ARRAY<DOUBLE>, titleRole STRING",
              "evidence ARRAY<STRUCT<" + SPAN + ", side STRING, weight DOUBLE>>",
              "skills ARRAY<STRUCT<name STRING, kind STRING, level STRING, years INT,"
                  + " listed BOOLEAN, alternatives ARRAY<STRING>, reason STRUCT<"
                  + SPAN
                  + ">, mentions ARRAY<STRUCT<"
                  + SPAN
                  + ">>>>",
              "asks STRUCT<"
                  + String.join(
                      ", ",
                      stated("yearsMin", "INT"),
                      stated("degree", "STRING"),
                      stated("seniority", "STRING"),
                      stated(
                          "salary",
                          "STRUCT<min DOUBLE, max DOUBLE, currency STRING, period STRING>"),
                      stated("workplace", "STRING"))
                  + ">",
              "language STRING, warnings ARRAY<STRING>, model STRING, text STRING",
              "error STRUCT<code STRING, message STRING>"));

  private AnswerType() {}

  private static String stated(String name, String type) {
    return name + " STRUCT<value " + type + ", " + SPAN + ">";
  }
}
