package dev.truerole.classifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.SegmentEvidence;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the JSON and JSONL output. */
class JsonReportTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Test
  void answerHasItsFieldsInOrder() throws IOException {
    JsonNode answer = line(Analyses.scientist());
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "title",
            "role",
            "probabilities",
            "dsShare",
            "dsShareInterval",
            "titleRole",
            "evidence",
            "skills",
            "asks",
            "language",
            "warnings",
            "model");
    assertThat(answer.get("probabilities").fieldNames())
        .toIterable()
        .containsExactly("data_scientist", "ml_engineer", "hybrid", "other");
    assertThat(answer.get("evidence").get(0).fieldNames())
        .toIterable()
        .containsExactly("start", "end", "text", "side", "weight");
    assertThat(answer.get("skills").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "name", "kind", "level", "years", "listed", "alternatives", "reason", "mentions");
    assertThat(answer.get("skills").get(0).get("mentions").get(0).fieldNames())
        .toIterable()
        .containsExactly("start", "end", "text");
  }

  @Test
  void answerHasItsTypes() throws IOException {
    JsonNode answer = line(Analyses.scientist());
    assertThat(answer.get("id").isTextual()).isTrue();
    assertThat(answer.get("role").asText()).isEqualTo("data_scientist");
    assertThat(answer.get("titleRole").asText()).isEqualTo("ml_engineer");
    assertThat(answer.get("dsShare").isNumber()).isTrue();
    assertThat(answer.get("probabilities")).allMatch(JsonNode::isNumber);
    JsonNode evidence = answer.get("evidence").get(0);
    assertThat(evidence.get("start").isInt()).isTrue();
    assertThat(evidence.get("end").isInt()).isTrue();
    assertThat(evidence.get("side").asText()).isEqualTo("data_scientist");
    assertThat(evidence.get("weight").isNumber()).isTrue();
    JsonNode skills = answer.get("skills");
    assertThat(skills.get(0).get("years").asInt()).isEqualTo(5);
    assertThat(skills.get(1).get("years").isNull()).isTrue();
    assertThat(skills)
        .extracting(skill -> skill.get("level").asText())
        .containsExactly("required", "preferred", "mentioned");
    assertThat(answer.get("language").asText()).isEqualTo("en");
    assertThat(answer.get("warnings").isArray()).isTrue();
    assertThat(answer.get("model").isTextual()).isTrue();
  }

  @Test
  void offsetsSliceTheText() throws IOException {
    JsonNode answer = line(Analyses.scientist());
    List<JsonNode> spans = new ArrayList<>();
    answer.get("evidence").forEach(spans::add);
    answer.get("skills").forEach(skill -> skill.get("mentions").forEach(spans::add));
    assertThat(spans).hasSizeGreaterThan(6);
    for (JsonNode span : spans) {
      assertThat(Analyses.TEXT.substring(span.get("start").asInt(), span.get("end").asInt()))
          .isEqualTo(span.get("text").asText());
    }
  }

  @Test
  void whatIsNotKnownIsNull() throws IOException {
    JsonNode unjudged = line(Analyses.unjudged());
    for (String name : List.of("role", "probabilities", "dsShare")) {
      assertThat(unjudged.get(name).isNull()).as(name).isTrue();
    }
    assertThat(unjudged.get("evidence")).isEmpty();
    assertThat(unjudged.get("warnings").get(0).asText()).startsWith("not_english: ");
    JsonNode nurse = line(Analyses.nurse());
    assertThat(nurse.get("title").isNull()).isTrue();
    assertThat(nurse.get("titleRole").isNull()).isTrue();
    assertThat(line(Analyses.of(PostingId.of("x"), null, "a")).get("language").isNull()).isTrue();
  }

  @Test
  void onlyAComposedTextIsGivenBack() throws IOException {
    assertThat(line(Analyses.scientist()).has("text")).isFalse();
    JsonNode nurse = line(Analyses.nurse());
    assertThat(nurse.get("text").asText()).isEqualTo("Care for patients.\nWork nights.");
    assertThat(nurse.fieldNames()).toIterable().endsWith("model", "text");
  }

  @Test
  void failureStandsInThePlaceOfAnAnswer() throws IOException {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = ReportFormat.JSONL.open(out, ReportOptions.plain())) {
      writer.writeFailure(PostingId.ofLiteral("7"), "empty", "there is \"no\" text");
    }
    assertThat(out)
        .hasToString(
            "{\"id\":7,\"error\":{\"code\":\"empty\",\"message\":\"there is \\\"no\\\" text\"}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "1.50", "1e400", "-0", "true", "null", "12345678901234567890"})
  void literalIdKeepsItsType(String literal) throws IOException {
    assertThat(
            Analyses.report(
                ReportFormat.JSONL, Analyses.of(PostingId.ofLiteral(literal), null, "a")))
        .startsWith("{\"id\":" + literal + ",");
  }

  @Test
  void textIdStaysText() throws IOException {
    assertThat(Analyses.report(ReportFormat.JSONL, Analyses.of(PostingId.of("12"), null, "a")))
        .startsWith("{\"id\":\"12\",");
  }

  @Test
  void numbersHaveFourDecimals() throws IOException {
    String report = Analyses.report(ReportFormat.JSONL, Analyses.scientist());
    assertThat(report)
        .contains("\"data_scientist\":0.7301,\"ml_engineer\":0.0699,\"hybrid\":0.1500")
        .contains("\"dsShare\":0.8123,")
        .contains("\"weight\":2.5100}")
        .doesNotContain("E-");
  }

  @ParameterizedTest
  @CsvSource({
    "0.33336, 0.33335, 0.33329, 0.0",
    "0.25, 0.25, 0.25, 0.25",
    "0.99996, 0.00002, 0.00001, 0.00001",
    "0.49995, 0.49995, 0.00005, 0.00005",
    "0.0, 0.0, 0.0, 1.0",
    "0.2500500, 0.2500499, 0.2500499, 0.2498502"
  })
  void roundedProbabilitiesSumToOne(double ds, double ml, double hybrid, double other)
      throws IOException {
    checkProbabilities(ds, ml, hybrid, other);
  }

  @Test
  void anyRoundedProbabilitiesSumToOne() throws IOException {
    java.util.Random random = new java.util.Random(3);
    for (int run = 0; run < 2000; run++) {
      double[] parts = random.doubles(4, 0, 1).map(x -> Math.pow(x, 4)).toArray();
      if (run % 2 == 0) {
        parts[random.nextInt(4)] = parts[random.nextInt(4)] + 1e-6;
        parts[random.nextInt(4)] = parts[random.nextInt(4)];
      }
      double sum = java.util.Arrays.stream(parts).sum();
      float[] p = new float[4];
      IntStream.range(0, 4).forEach(i -> p[i] = (float) (parts[i] / sum));
      checkProbabilities(p[0], p[1], p[2], p[3]);
    }
  }

  /** They sum to exactly 1, and the answered role's is the largest. */
  private static void checkProbabilities(double ds, double ml, double hybrid, double other)
      throws IOException {
    PostingAnalysis sample = Analyses.scientist();
    PostingAnalysis analysis =
        new PostingAnalysis(
            sample.posting(),
            Analyses.prediction(ds, ml, hybrid, other, 0.5),
            null,
            List.of(),
            List.of(),
            Asks.none(),
            null,
            List.of(),
            "m");
    JsonNode answer = line(analysis);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (JsonNode probability : answer.get("probabilities")) {
      assertThat(probability.decimalValue()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
      sum = sum.add(probability.decimalValue());
      most = most.max(probability.decimalValue());
    }
    assertThat(sum).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(answer.get("probabilities").get(answer.get("role").asText()).decimalValue())
        .as("of %s %s %s %s", ds, ml, hybrid, other)
        .isEqualByComparingTo(most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"quoted\" \\ back / slash",
        "line\nbreak\r\n\ttab",
        "\u0000\u0001\u001b[31m\u007f\u0085\u2028\u2029",
        "Ünïcödé データ مهندس 😀",
        "lone \ud83d high",
        "lone \ude00 low",
        "\ufeff\uffff"
      })
  void anyTextStaysValidJson(String text) throws IOException {
    PostingAnalysis analysis = Analyses.of(PostingId.of(text), text, text);
    for (ReportFormat format : List.of(ReportFormat.JSON, ReportFormat.JSONL)) {
      String report = Analyses.report(format, analysis);
      JsonNode parsed = JSON.readTree(report);
      JsonNode answer = format == ReportFormat.JSON ? parsed.get(0) : parsed;
      assertThat(answer.get("id").asText()).isEqualTo(text);
      assertThat(answer.get("title").asText()).isEqualTo(text);
      assertThat(answer.get("evidence").get(0).get("text").asText()).isEqualTo(text);
      JSON.readTree(report.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyAnswerIsOneLine() throws IOException {
    String report = Analyses.report(ReportFormat.JSONL, ReportOptions.plain());
    assertThat(report).endsWith("\n");
    List<String> lines = report.lines().toList();
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      assertThat(JSON.readTree(line).isObject()).isTrue();
    }
  }

  @Test
  void jsonAndJsonlSayTheSame() throws IOException {
    JsonNode array = JSON.readTree(Analyses.report(ReportFormat.JSON, ReportOptions.plain()));
    List<String> lines =
        Analyses.report(ReportFormat.JSONL, ReportOptions.plain()).lines().toList();
    assertThat(array).hasSize(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      assertThat(array.get(i)).isEqualTo(JSON.readTree(lines.get(i)));
    }
  }

  @Test
  void answersAreFlushedOneByOne() throws IOException {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = ReportFormat.JSONL.open(out, ReportOptions.plain())) {
      writer.write(Analyses.scientist());
      writer.flush();
      assertThat(JSON.readTree(out.toString()).get("id").asText()).isEqualTo("tea-1");
    }
  }

  @Test
  void allEvidenceIsGivenWhereAskedFor() throws IOException {
    String text = "x".repeat(40);
    List<SegmentEvidence> many =
        IntStream.range(0, 20)
            .mapToObj(
                i -> new SegmentEvidence(i, i + 1, SegmentEvidence.Side.ML_ENGINEER, 20.0 - i))
            .toList();
    PostingAnalysis analysis =
        new PostingAnalysis(
            JobPosting.ofPlainText("x", null, text),
            Analyses.prediction(0, 1, 0, 0, 0),
            null,
            many,
            List.of(),
            Asks.none(),
            null,
            List.of(),
            "m");
    assertThat(line(analysis).get("evidence")).hasSize(5);
    StringWriter out = new StringWriter();
    try (ReportWriter writer = ReportFormat.JSONL.open(out, new ReportOptions(true, false))) {
      writer.write(analysis);
    }
    assertThat(JSON.readTree(out.toString()).get("evidence")).hasSize(20);
  }

  private static JsonNode line(PostingAnalysis analysis) throws IOException {
    return JSON.readTree(Analyses.report(ReportFormat.JSONL, analysis));
  }
}
