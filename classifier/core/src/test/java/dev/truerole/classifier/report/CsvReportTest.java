package dev.truerole.classifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0", "-"})
  void cellsThatLookLikeFormulasAreDefused(String text) throws IOException {
    CsvRecord row =
        rows(Analyses.report(ReportFormat.CSV, Analyses.of(PostingId.of(text), text, "a"))).get(1);
    assertThat(row.getField(0)).isEqualTo("'" + text);
    assertThat(row.getField(1)).isEqualTo("'" + text);
  }

  @Test
  void messagesAreDefusedToo() throws IOException {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = ReportFormat.CSV.open(out, ReportOptions.plain())) {
      writer.writeFailure(PostingId.of("=x"), "@code", "=HYPERLINK(\"there\")");
    }
    assertThat(rows(out.toString()).get(1).getFields())
        .startsWith("'=x")
        .endsWith("'@code", "'=HYPERLINK(\"there\")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b", "say \"hi\"", "two\nlines", "a=b", "C++", "e-mail", "😀 ünï", " x "})
  void otherCellsComeBackAsTheyWere(String text) throws IOException {
    CsvRecord row =
        rows(Analyses.report(ReportFormat.CSV, Analyses.of(PostingId.of(text), text, "a"))).get(1);
    assertThat(row.getField(0)).isEqualTo(text);
    assertThat(row.getField(1)).isEqualTo(text);
  }

  @Test
  void everyRowFillsTheHeader() throws IOException {
    List<CsvRecord> rows = rows(Analyses.report(ReportFormat.CSV, ReportOptions.plain()));
    assertThat(rows).hasSize(5);
    assertThat(rows).allMatch(row -> row.getFieldCount() == rows.get(0).getFieldCount());
    assertThat(rows.get(0).getFields()).startsWith("id", "title", "role").doesNotHaveDuplicates();
  }

  private static List<CsvRecord> rows(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().toList();
  }
}
