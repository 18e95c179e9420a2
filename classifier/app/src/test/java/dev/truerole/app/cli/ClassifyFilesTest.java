package dev.truerole.app.cli;

import static dev.truerole.app.cli.Postings.ENGINEER;
import static dev.truerole.app.cli.Postings.read;
import static dev.truerole.app.cli.Postings.row;
import static dev.truerole.app.cli.Postings.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as users have them: tables, packed files, patterns, and what failed. */
class ClassifyFilesTest {

  private static final String AD = ENGINEER.replace("\n", " ").strip();

  @TempDir Path folder;

  @Test
  void tablesKeepTheirColumnsInFrontOfOurs() {
    Path table =
        write(
            folder.resolve("jobs.csv"),
            "id,role,ad text,note,",
            "7,Baker,\"" + AD + "\",\"two\nlines, \"\"quoted\"\"\",x",
            "8,Cook,,kept too,y");
    List<List<String>> rows = csv(table, "--text-column", "ad text");
    assertThat(rows).hasSize(3).allMatch(row -> row.size() == rows.get(0).size());
    assertThat(rows.get(0))
        .startsWith("id", "role", "ad text", "note", "column 5", "truerole_id", "title")
        .contains("truerole_role", "p_hybrid")
        .doesNotHaveDuplicates();
    assertThat(rows.get(1))
        .startsWith("7", "Baker", AD, "two\nlines, \"quoted\"", "x", "7")
        .contains("ml_engineer");
    assertThat(rows.get(2)).startsWith("8", "Cook", "", "kept too", "y", "8");
    assertThat(rows.get(2)).contains("empty_text");
  }

  @Test
  void cellsThatAreFormulasAreDefusedAndNumbersAreNot() {
    List<String> cells = List.of("=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "-122.4", "+3", "'x");
    Path table =
        write(
            folder.resolve("jobs.csv"),
            "text,a,b,c,d,e,f,g",
            "\"" + AD + "\"," + String.join(",", cells));
    assertThat(csv(table).get(1).subList(1, 8))
        .containsExactly("'=1+1", "'+cmd|x", "'-2+3", "'@SUM(A1)", "-122.4", "+3", "'x");
    Path tabs =
        write(folder.resolve("tabs.csv"), "text,a,b", AD.replace(",", "") + ",\"\tx\",\"\rx\"");
    assertThat(csv(tabs).get(1).subList(1, 3)).containsExactly("'\tx", "'\rx");
  }

  @Test
  void columnsOfSeveralTablesAreJoined() {
    Path one = write(folder.resolve("one.csv"), "text,a", "\"" + AD + "\",1");
    Path two = write(folder.resolve("two.tsv"), "b\ttext", "2\t" + AD);
    Path lines = write(folder.resolve("three.jsonl"), row("three", ENGINEER));
    Cli.Result result = Cli.run("classify", "--format", "csv", one, two, lines);
    List<List<String>> rows = parse(result.out());
    assertThat(rows.get(0)).startsWith("text", "a", "b", "id");
    assertThat(rows.get(1)).startsWith(AD, "1", "", one + ":2");
    assertThat(rows.get(2)).startsWith(AD, "", "2", two + ":2");
    assertThat(rows.get(3)).startsWith("", "", "", "three");
  }

  @Test
  void whatWasWrittenIsReadAgainWithTheSameCells() {
    Path table = write(folder.resolve("jobs.csv"), "id,text,note", "1,\"" + AD + "\",\"a;b\"");
    Path once = folder.resolve("once.tsv");
    Path twice = folder.resolve("twice.csv");
    assertThat(Cli.run("classify", "--output", once, table).code()).isZero();
    assertThat(Cli.run("classify", "--output", twice, once).code()).isZero();
    List<String> again = parse(read(twice)).get(1);
    assertThat(again).startsWith("1", AD, "a;b", "1");
    assertThat(parse(read(twice)).get(0)).contains("truerole_role", "truerole_truerole_id");
  }

  @Test
  void excelGetsItsMark() throws IOException {
    Path rows = write(folder.resolve("a.jsonl"), row("a", ENGINEER));
    Path output = folder.resolve("a.csv");
    assertThat(Cli.run("classify", "--excel", "--output", output, rows).code()).isZero();
    assertThat(Files.readAllBytes(output)).startsWith(0xEF, 0xBB, 0xBF, 'i', 'd', ',');
    assertThat(Cli.run("classify", "--output", output, rows).code()).isZero();
    assertThat(Files.readAllBytes(output)).startsWith('i', 'd', ',');
  }

  @Test
  void tablesComeThroughStandardInput() {
    String table = "id,text\n7,\"" + AD + "\"\n";
    Cli.Result result =
        Cli.runOn(table, "classify", "--format", "csv", "--stdin-format", "csv", "-");
    assertThat(result.code()).isZero();
    assertThat(parse(result.out()).get(1)).startsWith("7", AD, "7");
    Cli.Result wrong = Cli.runOn(table, "classify", "--stdin-format", "xls", "-");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--stdin-format", "csv, tsv", "xls").hasLineCount(1);
  }

  @Test
  void outputsArePackedByTheirEnding() throws IOException {
    Path rows = write(folder.resolve("a.jsonl"), (row("a", ENGINEER) + "\n").repeat(520));
    byte[] plain = output("a.out.jsonl", rows);
    assertThat(plain).isNotEmpty();
    byte[] gz = output("a.jsonl.gz", rows);
    byte[] zst = output("a.jsonl.zst", rows);
    assertThat(gz).startsWith(0x1F, 0x8B).hasSizeLessThan(plain.length / 2);
    assertThat(zst).startsWith(0x28, 0xB5, 0x2F, 0xFD).hasSizeLessThan(plain.length / 2);
    assertThat(all(new GZIPInputStream(new ByteArrayInputStream(gz)))).isEqualTo(plain);
    assertThat(all(new ZstdInputStream(new ByteArrayInputStream(zst)))).isEqualTo(plain);
    Path nothing = write(folder.resolve("none.jsonl"), "");
    byte[] empty = output("none.jsonl.gz", nothing);
    assertThat(all(new GZIPInputStream(new ByteArrayInputStream(empty)))).isEmpty();
  }

  private byte[] output(String name, Path input) throws IOException {
    Path output = folder.resolve(name);
    assertThat(Cli.run("classify", "--format", "jsonl", "--output", output, input).code()).isZero();
    assertThat(folder.resolve(name + ".journal")).doesNotExist();
    return Files.readAllBytes(output);
  }

  private static byte[] all(InputStream in) throws IOException {
    return in.readAllBytes();
  }

  @Test
  void parquetIsWrittenAndRead() {
    Path table =
        write(folder.resolve("jobs.csv"), "id,text,note", "1,\"" + AD + "\",\u00E9", "2,,none");
    Path parquet = folder.resolve("answers.parquet");
    Cli.Result written =
        Cli.run("classify", "--failures", folder.resolve("bad.jsonl"), "--output", parquet, table);
    assertThat(written.code()).isEqualTo(1);
    assertThat(Cli.jsonLines(read(folder.resolve("bad.jsonl")))).hasSize(1);
    List<List<String>> rows = csv(parquet);
    List<List<String>> direct = csv(table);
    assertThat(rows.get(0)).startsWith("id", "text", "note", "truerole_id", "title");
    int columns = direct.get(0).size();
    assertThat(rows.get(0)).hasSizeGreaterThan(columns);
    assertThat(rows.get(1)).startsWith("1", AD, "\u00E9", "1");
    assertThat(rows.get(2)).startsWith("2", "", "none", "2").contains("empty_text");
    int share = rows.get(0).indexOf("p_ml_engineer");
    assertThat(Double.parseDouble(rows.get(1).get(share)))
        .isEqualTo(Double.parseDouble(direct.get(1).get(direct.get(0).indexOf("p_ml_engineer"))));
    Path broken = write(folder.resolve("broken.parquet"), "no parquet");
    assertThat(Cli.run("classify", "--format", "jsonl", broken).line().at("/error/code").asText())
        .isEqualTo("unreadable_file");
  }

  @Test
  void parquetWantsAFileAndCannotGoOn() {
    Path rows = write(folder.resolve("a.jsonl"), row("a", ENGINEER));
    Cli.Result here = Cli.run("classify", "--format", "parquet", rows);
    assertThat(here.code()).isEqualTo(2);
    assertThat(here.err()).contains("--output").hasLineCount(1);
    Cli.Result resumed =
        Cli.run("classify", "--resume", "--output", folder.resolve("a.parquet"), rows);
    assertThat(resumed.code()).isEqualTo(2);
    assertThat(resumed.err()).contains("--resume", "Parquet").hasLineCount(1);
  }

  @Test
  void failuresAreKeptWithTheirRows() {
    Path lines =
        write(folder.resolve("a.jsonl"), row("a", ENGINEER), "{\"id\": 7, \"job\": 1}", "{cut");
    Path table = write(folder.resolve("b.csv"), "id,text", "8,", "9,x,y");
    Path failures = folder.resolve("bad.jsonl");
    Cli.Result result =
        Cli.run("classify", "--format", "jsonl", "--failures", failures, lines, table);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines()).hasSize(5);
    List<JsonNode> bad = Cli.jsonLines(read(failures));
    assertThat(bad).hasSize(4);
    assertThat(bad.get(0).toString()).startsWith("{\"id\":7,\"error\":{\"code\":\"missing_text\"");
    assertThat(bad.get(0).get("row").asText()).isEqualTo("{\"id\": 7, \"job\": 1}");
    assertThat(bad.get(1).get("row").asText()).isEqualTo("{cut");
    assertThat(bad.get(2).get("row").toString()).isEqualTo("{\"id\":\"8\",\"text\":\"\"}");
    assertThat(bad.get(3).get("row").toString())
        .isEqualTo("{\"id\":\"9\",\"text\":\"x\",\"column 3\":\"y\"}");
  }

  @Test
  void patternsAreInputsAndNeverOutputs() {
    write(folder.resolve("in/a.jsonl"), row("a", ENGINEER));
    write(folder.resolve("in/b.jsonl"), row("b", ENGINEER));
    String pattern = folder + "/in/*.jsonl";
    assertThat(Cli.run("classify", "--format", "jsonl", pattern).lines())
        .extracting(line -> line.get("id").asText())
        .containsExactly("a", "b");
    for (String option : List.of("--output", "--failures")) {
      Cli.Result result = Cli.run("classify", option, folder.resolve("in/c.jsonl"), pattern);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains(option, "write it elsewhere").hasLineCount(1);
    }
  }

  @Test
  void threadsHaveToBePositive() {
    Cli.Result result = Cli.run("classify", "--threads", "0", folder);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--threads", "0").hasLineCount(1);
  }

  private List<List<String>> csv(Path table, String... options) {
    List<Object> args = new ArrayList<>(List.of("classify", "--format", "csv"));
    args.addAll(List.of(options));
    args.add(table);
    return parse(Cli.run(args.toArray()).out());
  }

  private static List<List<String>> parse(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().map(row -> row.getFields()).toList();
  }
}
