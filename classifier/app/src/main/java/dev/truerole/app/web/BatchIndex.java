package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of a batch as the page shows them: searched, sorted, counted. Thread-safe. */
final class BatchIndex {

  private static final int SHARE_BINS = 20;
  private static final int TOP_SKILLS = 15;
  private static final int MAX_FAILURES = 1_000;
  private static final String OTHER = "other";

  private final List<BatchRow> rows = new ArrayList<>();

  /** The rows that were written. */
  static BatchIndex read(Path file) throws IOException {
    BatchIndex index = new BatchIndex();
    if (Files.exists(file)) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          index.rows.add(BatchRow.of(Json.trusted(line)));
        }
      }
    }
    return index;
  }

  synchronized void add(List<BatchRow> more) {
    rows.addAll(more);
  }

  synchronized Optional<BatchRow> row(int number) {
    return number >= 1 && number <= rows.size()
        ? Optional.of(rows.get(number - 1))
        : Optional.empty();
  }

  /** A page of the rows that a query finds. */
  ObjectNode page(BatchQuery query) {
    List<BatchRow> found;
    synchronized (this) {
      found = rows.stream().filter(query::finds).toList();
    }
    ObjectNode json = Json.object();
    json.put("total", found.size());
    ArrayNode items = json.putArray("items");
    found.stream()
        .sorted(query.order())
        .skip(query.offset())
        .limit(query.limit())
        .forEach(row -> items.add(row.json()));
    return json;
  }

  /** What the rows come to together. */
  synchronized ObjectNode summary() {
    ObjectNode json = Json.object();
    counts(json.putObject("roles"), answered().map(BatchRow::role));
    shares(json.putObject("dsShare"));
    ObjectNode skills = json.putObject("skills");
    ObjectNode titles = json.putObject("titleAgainstContent");
    byRole().forEach((role, ofRole) -> top(skills.putArray(role), ofRole));
    byTitle()
        .forEach(
            (title, ofTitle) ->
                counts(titles.putObject(title), ofTitle.stream().map(BatchRow::role)));
    ArrayNode failures = json.putArray("failures");
    failed()
        .limit(MAX_FAILURES)
        .forEach(
            row ->
                failures
                    .addObject()
                    .put("row", row.row())
                    .put("code", row.code())
                    .put("message", row.message()));
    return json.put("failed", failed().count());
  }

  private Stream<BatchRow> answered() {
    return rows.stream().filter(row -> row.role() != null);
  }

  private Stream<BatchRow> failed() {
    return rows.stream().filter(BatchRow::isFailed);
  }

  private static void counts(ObjectNode into, Stream<String> names) {
    Map<String, Integer> counts = new TreeMap<>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    counts.forEach(into::put);
  }

  /** Of postings of this field: elsewhere the share says nothing. */
  private void shares(ObjectNode into) {
    int[] counts = new int[SHARE_BINS];
    answered()
        .filter(row -> row.dsShare() != null && !OTHER.equals(row.role()))
        .mapToDouble(BatchRow::dsShare)
        .forEach(share -> counts[Math.min(SHARE_BINS - 1, (int) (share * SHARE_BINS))]++);
    ArrayNode edges = into.putArray("edges");
    for (int i = 0; i <= SHARE_BINS; i++) {
      edges.add(i / (double) SHARE_BINS);
    }
    ArrayNode bins = into.putArray("counts");
    for (int count : counts) {
      bins.add(count);
    }
  }

  private Map<String, List<BatchRow>> byRole() {
    Map<String, List<BatchRow>> by = new LinkedHashMap<>();
    answered()
        .forEach(
            row -> by.computeIfAbsent(String.valueOf(row.role()), k -> new ArrayList<>()).add(row));
    return by;
  }

  private Map<String, List<BatchRow>> byTitle() {
    Map<String, List<BatchRow>> by = new LinkedHashMap<>();
    answered()
        .filter(row -> row.titleRole() != null)
        .forEach(
            row ->
                by.computeIfAbsent(String.valueOf(row.titleRole()), k -> new ArrayList<>())
                    .add(row));
    return by;
  }

  private static void top(ArrayNode into, List<BatchRow> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(
        row -> row.required().stream().distinct().forEach(n -> counts.merge(n, 1, Integer::sum)));
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> count) -> -count.getValue()))
        .limit(TOP_SKILLS)
        .forEach(
            count -> into.addObject().put("name", count.getKey()).put("count", count.getValue()));
  }
}
