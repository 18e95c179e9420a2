package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.StatedDate;
import dev.truerole.scraper.posting.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What was read, as JSON that people can check; {@code -Dtruerole.golden=write} rewrites it. */
final class GoldenJson {

  static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private GoldenJson() {}

  static void check(JsonNode read, Path expected) throws IOException {
    if ("write".equals(System.getProperty("truerole.golden"))) {
      Files.writeString(expected, JSON.writeValueAsString(read) + "\n");
    }
    JsonNode golden = JSON.readTree(Files.readString(expected));
    assertThat(JSON.writeValueAsString(read))
        .as(expected.toString())
        .isEqualTo(JSON.writeValueAsString(golden));
  }

  static ObjectNode of(JobPosting posting) {
    ObjectNode json = JSON.createObjectNode();
    json.put("title", posting.title());
    json.put("company", posting.company());
    json.put("location", posting.location());
    json.put("date", posting.date());
    addTerms(json, posting.terms());
    ArrayNode blocks = json.putArray("blocks");
    posting.body().blocks().forEach(block -> blocks.add(line(posting, block)));
    return json;
  }

  private static String line(JobPosting posting, Block block) {
    String part = block.part() == null ? "" : " (" + block.part() + ")";
    return block.kind() + part + ": " + posting.body().slice(block);
  }

  /** Only what is stated. */
  private static void addTerms(ObjectNode json, Terms terms) {
    terms.places().forEach(place -> json.withArray("/places").add(line(place)));
    terms.employment().forEach(type -> json.withArray("/employment").add(type.name()));
    put(json, "workplace", terms.workplace());
    put(json, "salary", line(terms.salary()));
    put(json, "posted", line(terms.posted()));
    put(json, "updated", line(terms.updated()));
    put(json, "validThrough", line(terms.validThrough()));
    put(json, "url", terms.url());
    put(json, "applyUrl", terms.applyUrl());
  }

  private static void put(ObjectNode json, String field, @Nullable Object value) {
    if (value != null) {
      json.put(field, value.toString());
    }
  }

  private static String line(Place place) {
    return place.stated() + " / " + place.city() + " / " + place.region() + " / " + place.country();
  }

  private static @Nullable String line(@Nullable Salary pay) {
    return pay == null
        ? null
        : pay.min() + " to " + pay.max() + " " + pay.currency() + " per " + pay.period();
  }

  private static @Nullable String line(@Nullable StatedDate date) {
    return date == null ? null : date.day() + " " + date.precision();
  }
}
