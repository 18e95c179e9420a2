package dev.truerole.classifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReportTest {

  /** Escape, 8-bit control sequences, bells, line breaks: a posting must not steer a terminal. */
  private static final String NASTY =
      "a\u001b[2Jb\u009b31mc\u0007d\u0000e\u007ff\rg\nh\u0085i\u0090j\u009d0;k\u009c";

  @Test
  void controlCharactersAreStripped() throws IOException {
    String report =
        Analyses.report(ReportFormat.TEXT, Analyses.of(PostingId.of(NASTY), NASTY, NASTY));
    assertThat(report.lines())
        .allMatch(line -> line.codePoints().noneMatch(Character::isISOControl));
    assertThat(report.lines().filter(line -> line.contains("[2Jb"))).hasSize(3);
  }

  @Test
  void messagesAreStrippedToo() throws IOException {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = ReportFormat.TEXT.open(out, ReportOptions.plain())) {
      writer.writeFailure(PostingId.of("x"), "bad", NASTY);
    }
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.codePoints().noneMatch(Character::isISOControl));
  }

  /** Text that runs the other way round could show another role than the one answered. */
  @Test
  void writingDirectionIsNotTurned() throws IOException {
    String turned = "\u202eabc\u2066def\u2069";
    assertThat(
            Analyses.report(ReportFormat.TEXT, Analyses.of(PostingId.of(turned), turned, turned)))
        .doesNotContain("\u202e", "\u2066", "\u2069")
        .contains("abcdef");
  }

  @Test
  void longEvidenceIsShortenedBetweenCharacters() throws IOException {
    for (int offset = 0; offset < 2; offset++) {
      String text = "x".repeat(offset) + "😀".repeat(200);
      String report =
          Analyses.report(ReportFormat.TEXT, Analyses.of(PostingId.of("x"), null, text));
      byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(report).contains("😀…");
    }
  }

  @Test
  void plainReportHasNoColours() throws IOException {
    assertThat(Analyses.report(ReportFormat.TEXT, ReportOptions.plain())).doesNotContain("\u001b");
    assertThat(Analyses.report(ReportFormat.TEXT, new ReportOptions(false, true)))
        .contains("\u001b[");
  }
}
