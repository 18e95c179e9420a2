package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.SkillLevel;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Writes what was counted of skills: for people, for spreadsheets, for programs. */
public final class SkillReport {

  private static final List<String> HEADER =
      List.of(
          "table",
          "skill",
          "other",
          "role",
          "level",
          "postings",
          "lift",
          "log_odds",
          "low",
          "high");

  private final SkillTally tally;
  private final int top;

  /**
   * A report of a tally.
   *
   * @param top how many skills, pairs and skills a role are shown at most
   */
  public SkillReport(SkillTally tally, int top) {
    this.tally = tally;
    this.top = top;
  }

  /** Three tables that a person reads. */
  public void text(Writer out) throws IOException {
    out.write(String.format(Locale.ROOT, "Skills in %,d postings%n%n", tally.postings()));
    out.write(
        String.format(
            "%-34s %8s %8s %8s %8s %7s %7s %7s %7s%n",
            "skill", "postings", "required", "prefer.", "mention.", "DS", "ML", "hybrid", "other"));
    for (SkillTally.Row row : tally.rows().stream().limit(top).toList()) {
      out.write(
          String.format(
              Locale.ROOT,
              "%-34s %8d %8d %8d %8d %7d %7d %7d %7d%n",
              clean(row.skill()) + (row.listed() ? "" : " *"),
              row.postings(),
              row.byLevel().get(SkillLevel.REQUIRED),
              row.byLevel().get(SkillLevel.PREFERRED),
              row.byLevel().get(SkillLevel.MENTIONED),
              row.byRole().get(Role.DATA_SCIENTIST),
              row.byRole().get(Role.ML_ENGINEER),
              row.byRole().get(Role.HYBRID),
              row.byRole().get(Role.OTHER)));
    }
    out.write(String.format("* not in the taxonomy%n"));
    pairs(out);
    for (Role role : Role.values()) {
      odds(out, role);
    }
    out.flush();
  }

  private void pairs(Writer out) throws IOException {
    out.write(String.format("%nTogether%n"));
    for (SkillTally.Pair pair : tally.pairs().stream().limit(top).toList()) {
      String names = clean(pair.skill()) + " + " + clean(pair.other());
      out.write(
          String.format(
              Locale.ROOT, "%-52s %8d  lift %.1f%n", names, pair.postings(), pair.lift()));
    }
  }

  private void odds(Writer out, Role role) throws IOException {
    out.write(
        String.format(
            Locale.ROOT,
            "%nSpeaks for %s (%,d postings): log-odds against the rest, 95 %% interval%n",
            role.label(),
            tally.postings(role)));
    for (SkillTally.Odds odds : tally.speaksFor(role).stream().limit(top).toList()) {
      out.write(
          String.format(
              Locale.ROOT,
              "%-34s %+6.2f  [%.2f, %.2f]%n",
              clean(odds.skill()),
              odds.logOdds(),
              odds.low(),
              odds.high()));
    }
  }

  /** Names that no list holds come from the posting; a terminal must not obey them. */
  private static String clean(String name) {
    return name.replaceAll("[\\p{Cc}\\s]+", " ");
  }

  /** One table with a row a count, a pair or a role's skill; the first column says which. */
  public void csv(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(HEADER);
    for (SkillTally.Row row : tally.rows().stream().limit(top).toList()) {
      row.byLevel()
          .forEach(
              (level, n) -> csv.writeRecord(record("level", row.skill(), "", "", level.id(), n)));
      row.byRole()
          .forEach((role, n) -> csv.writeRecord(record("role", row.skill(), "", role.id(), "", n)));
    }
    for (SkillTally.Pair pair : tally.pairs().stream().limit(top).toList()) {
      csv.writeRecord(
          List.of(
              "pair",
              safe(pair.skill()),
              safe(pair.other()),
              "",
              "",
              String.valueOf(pair.postings()),
              round(pair.lift()),
              "",
              "",
              ""));
    }
    for (Role role : Role.values()) {
      for (SkillTally.Odds odds : tally.speaksFor(role).stream().limit(top).toList()) {
        csv.writeRecord(
            List.of(
                "odds",
                safe(odds.skill()),
                "",
                role.id(),
                "",
                "",
                "",
                round(odds.logOdds()),
                round(odds.low()),
                round(odds.high())));
      }
    }
    csv.flush();
  }

  private static List<String> record(
      String table, String skill, String other, String role, String level, int postings) {
    return List.of(
        table, safe(skill), other, role, level, String.valueOf(postings), "", "", "", "");
  }

  /** A spreadsheet runs cells that start like a formula: an apostrophe makes them text. */
  private static String safe(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String round(double value) {
    return Rounding.round(value).toPlainString();
  }

  /** One object with the arrays {@code skills}, {@code pairs} and {@code odds}. */
  public void json(Writer out) throws IOException {
    try (JsonGenerator json = AnalysisJson.FACTORY.createGenerator(out)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
      json.writeStartObject();
      json.writeNumberField("postings", tally.postings());
      json.writeObjectFieldStart("postingsByRole");
      for (Role role : Role.values()) {
        json.writeNumberField(role.id(), tally.postings(role));
      }
      json.writeEndObject();
      json.writeArrayFieldStart("skills");
      for (SkillTally.Row row : tally.rows().stream().limit(top).toList()) {
        skill(json, row);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("pairs");
      for (SkillTally.Pair pair : tally.pairs().stream().limit(top).toList()) {
        json.writeStartObject();
        json.writeStringField("skill", pair.skill());
        json.writeStringField("other", pair.other());
        json.writeNumberField("postings", pair.postings());
        json.writeNumberField("lift", Rounding.round(pair.lift()));
        json.writeEndObject();
      }
      json.writeEndArray();
      odds(json);
      json.writeEndObject();
    }
    out.write("\n");
    out.flush();
  }

  private void odds(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("odds");
    for (Role role : Role.values()) {
      for (SkillTally.Odds odds : tally.speaksFor(role).stream().limit(top).toList()) {
        json.writeStartObject();
        json.writeStringField("role", role.id());
        json.writeStringField("skill", odds.skill());
        json.writeNumberField("logOdds", Rounding.round(odds.logOdds()));
        json.writeNumberField("low", Rounding.round(odds.low()));
        json.writeNumberField("high", Rounding.round(odds.high()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void skill(JsonGenerator json, SkillTally.Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("skill", row.skill());
    json.writeBooleanField("listed", row.listed());
    json.writeNumberField("postings", row.postings());
    for (SkillLevel level : SkillLevel.values()) {
      json.writeNumberField(level.id(), row.byLevel().getOrDefault(level, 0));
    }
    json.writeObjectFieldStart("byRole");
    for (Role role : Role.values()) {
      json.writeNumberField(role.id(), row.byRole().getOrDefault(role, 0));
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
