package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.SegmentEvidence;
import dev.truerole.classifier.Warning;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.classifier.skill.SkillMention;
import dev.truerole.classifier.skill.Stated;
import dev.truerole.classifier.text.Span;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers and failures as the JSON objects of the output contract. */
final class AnalysisJson {

  /** Strongest segments a side, unless all are asked for. */
  static final int EVIDENCE_PER_SIDE = 5;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final JsonGenerator out;
  private final boolean allEvidence;

  AnalysisJson(JsonGenerator out, ReportOptions options) {
    this.out = out;
    this.allEvidence = options.allEvidence();
  }

  void write(PostingAnalysis analysis) throws IOException {
    out.writeStartObject();
    id(out, analysis.posting().id());
    text("title", analysis.posting().title());
    role(analysis);
    text("titleRole", analysis.titleRole() == null ? null : analysis.titleRole().id());
    evidence(analysis);
    skills(analysis);
    asks(analysis.asks(), analysis.posting().body().text());
    text("language", analysis.language());
    warnings(analysis.warnings());
    text("model", analysis.model());
    if (analysis.posting().body().composed()) {
      text("text", analysis.posting().body().text());
    }
    out.writeEndObject();
  }

  void writeFailure(PostingId id, String code, String message) throws IOException {
    out.writeStartObject();
    writeFailureFields(out, id, code, message);
    out.writeEndObject();
  }

  static void writeFailureFields(JsonGenerator out, PostingId id, String code, String message)
      throws IOException {
    id(out, id);
    out.writeObjectFieldStart("error");
    out.writeStringField("code", code);
    out.writeStringField("message", message);
    out.writeEndObject();
  }

  private static void id(JsonGenerator out, PostingId id) throws IOException {
    out.writeFieldName("id");
    if (id.literal()) {
      out.writeRawValue(id.text());
    } else {
      out.writeString(id.text());
    }
  }

  private void role(PostingAnalysis analysis) throws IOException {
    Prediction prediction = analysis.prediction();
    if (prediction == null) {
      out.writeNullField("role");
      out.writeNullField("probabilities");
      out.writeNullField("dsShare");
      out.writeNullField("dsShareInterval");
      return;
    }
    text("role", analysis.role().map(Role::id).orElse(null));
    out.writeObjectFieldStart("probabilities");
    for (Map.Entry<Role, BigDecimal> entry : Rounding.probabilities(prediction).entrySet()) {
      out.writeNumberField(entry.getKey().id(), entry.getValue());
    }
    out.writeEndObject();
    out.writeNumberField("dsShare", Rounding.round(prediction.dsShare()));
    Prediction.Interval interval = prediction.shareWithin(PostingAnalysis.SHARE_COVERAGE);
    out.writeArrayFieldStart("dsShareInterval");
    out.writeNumber(Rounding.round(interval.low()));
    out.writeNumber(Rounding.round(interval.high()));
    out.writeEndArray();
  }

  private void evidence(PostingAnalysis analysis) throws IOException {
    List<SegmentEvidence> shown =
        allEvidence ? analysis.evidence() : analysis.strongest(EVIDENCE_PER_SIDE);
    String body = analysis.posting().body().text();
    out.writeArrayFieldStart("evidence");
    for (SegmentEvidence item : shown) {
      out.writeStartObject();
      span(item.start(), item.end(), body);
      text("side", item.side().id());
      out.writeNumberField("weight", Rounding.round(item.weight()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void skills(PostingAnalysis analysis) throws IOException {
    String body = analysis.posting().body().text();
    out.writeArrayFieldStart("skills");
    for (RequiredSkill skill : analysis.skills()) {
      out.writeStartObject();
      text("name", skill.skill().name());
      text("kind", skill.skill().kind().id());
      text("level", skill.level().id());
      years(skill.years());
      out.writeBooleanField("listed", skill.listed());
      names(skill.alternatives());
      reason(skill.reason(), body);
      out.writeArrayFieldStart("mentions");
      for (SkillMention mention : skill.mentions()) {
        out.writeStartObject();
        span(mention.start(), mention.end(), body);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void years(@Nullable Integer years) throws IOException {
    if (years == null) {
      out.writeNullField("years");
    } else {
      out.writeNumberField("years", years);
    }
  }

  private void names(List<String> alternatives) throws IOException {
    out.writeArrayFieldStart("alternatives");
    for (String name : alternatives) {
      out.writeString(name);
    }
    out.writeEndArray();
  }

  private void reason(@Nullable Span reason, String body) throws IOException {
    if (reason == null) {
      out.writeNullField("reason");
    } else {
      out.writeObjectFieldStart("reason");
      span(reason.start(), reason.end(), body);
      out.writeEndObject();
    }
  }

  private void asks(Asks asks, String body) throws IOException {
    out.writeObjectFieldStart("asks");
    stated("yearsMin", asks.yearsMin(), body, years -> out.writeNumberField("value", years));
    stated("degree", asks.degree(), body, degree -> text("value", degree.id()));
    stated("seniority", asks.seniority(), body, rank -> text("value", rank.id()));
    stated("salary", asks.salary(), body, this::salary);
    stated("workplace", asks.workplace(), body, place -> text("value", place.id()));
    out.writeEndObject();
  }

  /** Writes the field {@code value} of something stated. */
  private interface ValueField<T> {
    void write(T value) throws IOException;
  }

  private <T> void stated(String name, @Nullable Stated<T> stated, String body, ValueField<T> value)
      throws IOException {
    if (stated == null) {
      out.writeNullField(name);
      return;
    }
    out.writeObjectFieldStart(name);
    value.write(stated.value());
    span(stated.span().start(), stated.span().end(), body);
    out.writeEndObject();
  }

  private void salary(Asks.Salary salary) throws IOException {
    out.writeObjectFieldStart("value");
    out.writeNumberField("min", salary.min());
    out.writeNumberField("max", salary.max());
    text("currency", salary.currency());
    text("period", salary.period());
    out.writeEndObject();
  }

  private void span(int start, int end, String body) throws IOException {
    out.writeNumberField("start", start);
    out.writeNumberField("end", end);
    text("text", body.substring(start, end));
  }

  private void warnings(List<Warning> warnings) throws IOException {
    out.writeArrayFieldStart("warnings");
    for (Warning warning : warnings) {
      out.writeString(warning.code() + ": " + warning.message());
    }
    out.writeEndArray();
  }

  private void text(String name, @Nullable String value) throws IOException {
    out.writeStringField(name, value);
  }
}
