package dev.truerole.spark;

import dev.truerole.scraper.file.PostingRow;
import org.apache.spark.sql.Row;

/** Finds the posting in a row. */
interface RowReader {

  /** The posting, or the reason for none; never null and never an exception. */
  PostingRow read(Row row);
}
