package dev.truerole.scraper.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.StatedDate;
import dev.truerole.scraper.posting.Terms;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms as the fields of a flat row, be it of a table or of JSON lines, and back. Names are read
 * without regard to case and marks, and as other tools write them: {@code min_amount} is {@code
 * salary_min}.
 */
public final class TermFields {

  private static final JsonMapper JSON = new JsonMapper();

  /** All names that are looked for: most rows have none of them. */
  private static final Set<String> NAMES =
      Set.of(
          "workplace",
          "workplacetype",
          "isremote",
          "salary",
          "salarymin",
          "minamount",
          "salarymax",
          "maxamount",
          "salarycurrency",
          "currency",
          "salaryperiod",
          "interval",
          "dateposted",
          "date",
          "publishedat",
          "dateupdated",
          "updatedat",
          "validthrough",
          "url",
          "joburl",
          "applyurl",
          "joburldirect",
          "employmenttypes",
          "employmenttype",
          "jobtype",
          "locations");

  private static final Terms NONE = new TermFields(Map.of()).read();

  private final Map<String, String> fields = new HashMap<>();

  private TermFields(Map<String, String> row) {
    row.forEach(
        (name, value) -> {
          String folded = fold(name);
          if (NAMES.contains(folded)) {
            fields.putIfAbsent(folded, value);
          }
        });
  }

  /**
   * Reads the terms of a row.
   *
   * @param row values by name; lists and objects as JSON
   */
  public static Terms read(Map<String, String> row) {
    TermFields terms = new TermFields(row);
    return terms.fields.isEmpty() ? NONE : terms.read();
  }

  private static String fold(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = Character.toLowerCase(name.charAt(i));
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private Terms read() {
    Draft draft =
        new Draft(PostingId.of(""))
            .workplace(workplace())
            .salary(salary())
            .posted(text("dateposted", "date", "publishedat"))
            .updated(text("dateupdated", "updatedat"))
            .validThrough(DateReader.read(text("validthrough")))
            .url(text("url", "joburl"))
            .applyUrl(text("applyurl", "joburldirect"));
    list("employmenttypes", "employmenttype", "jobtype")
        .forEach(type -> draft.employment(type.line()));
    list("locations").forEach(place -> draft.place(place(place)));
    return draft.posting().terms();
  }

  /** The first of several fields that is there and not blank. */
  private String text(String... names) {
    return Stream.of(names)
        .map(name -> fields.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The values of a JSON array, or of a line with semicolons. */
  private Stream<LooseJson> list(String... names) {
    String text = text(names).strip();
    return text.startsWith("[")
        ? json(text).all()
        : Stream.of(text.split(";"))
            .map(part -> new LooseJson(JsonNodeFactory.instance.textNode(part.strip())));
  }

  private static LooseJson json(String text) {
    try {
      return new LooseJson(JSON.readTree(text));
    } catch (JsonProcessingException unreadable) {
      return new LooseJson(JsonNodeFactory.instance.missingNode());
    }
  }

  private Optional<Workplace> workplace() {
    return Employment.workplace(text("workplace", "workplacetype"))
        .or(
            () ->
                text("isremote").equalsIgnoreCase("true")
                    ? Optional.of(Workplace.REMOTE)
                    : Optional.empty());
  }

  private @Nullable Salary salary() {
    String whole = text("salary").strip();
    if (whole.startsWith("{")) {
      LooseJson pay = json(whole);
      return Pay.of(
          pay.get("min").text(),
          pay.get("max").text(),
          pay.get("currency").text(),
          pay.first("period", "interval").text());
    }
    return Pay.of(
        text("salarymin", "minamount"),
        text("salarymax", "maxamount"),
        text("salarycurrency", "currency"),
        text("salaryperiod", "interval"));
  }

  private static Optional<Place> place(LooseJson place) {
    return place.node().isObject()
        ? Places.of(
            place.first("stated", "raw", "name").line(),
            place.get("city").line(),
            place.get("region").line(),
            place.get("country").line())
        : Places.of(place.line());
  }

  /**
   * Writes terms so that {@link #read} gives them back, but for dates a reader cannot parse.
   *
   * @return only the fields that are stated, in a fixed order
   */
  public static Map<String, String> write(Terms terms) {
    Map<String, String> row = new LinkedHashMap<>();
    put(row, "url", terms.url());
    put(row, "apply_url", terms.applyUrl());
    put(row, "locations", terms.places().isEmpty() ? null : places(terms.places()).toString());
    put(row, "workplace", terms.workplace());
    put(row, "employment_types", terms.employment().isEmpty() ? null : types(terms));
    Salary pay = terms.salary();
    put(row, "salary_min", pay == null ? null : plain(pay.min()));
    put(row, "salary_max", pay == null ? null : plain(pay.max()));
    put(row, "salary_currency", pay == null ? null : pay.currency());
    put(row, "salary_period", pay == null ? null : pay.period());
    put(row, "date_posted", stated(terms.posted()));
    put(row, "date_updated", stated(terms.updated()));
    put(row, "valid_through", stated(terms.validThrough()));
    return row;
  }

  private static void put(Map<String, String> row, String name, @Nullable Object value) {
    if (value != null) {
      row.put(name, value.toString());
    }
  }

  private static String types(Terms terms) {
    return terms.employment().stream().map(Enum::name).collect(Collectors.joining("; "));
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static @Nullable String stated(@Nullable StatedDate date) {
    return date == null ? null : date.stated();
  }

  private static JsonNode places(List<Place> places) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Place place : places) {
      ObjectNode object = array.addObject().put("stated", place.stated());
      put(object, "city", place.city());
      put(object, "region", place.region());
      put(object, "country", place.country());
    }
    return array;
  }

  private static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }
}
