package dev.truerole.app.web;

import dev.truerole.classifier.model.Role;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows, in which order.
 *
 * @param role a role's id, {@code none} for answers without one, empty for all
 * @param skill a required skill, empty for all
 * @param failed true for errors only, false for answers only, empty for both
 * @param search words of the id, title or company, in lower case
 */
record BatchQuery(
    int offset,
    int limit,
    String sort,
    boolean descending,
    String role,
    String skill,
    double minProbability,
    Optional<Boolean> failed,
    String search) {

  private static final int MAX_LIMIT = 500;
  private static final int USUAL_LIMIT = 50;
  private static final String NONE = "none";
  private static final Set<String> SORTS = Set.of("row", "title", "role", "probability", "dsShare");
  private static final Set<String> ROLES =
      Stream.concat(Stream.of(Role.values()).map(Role::id), Stream.of("", NONE))
          .collect(Collectors.toSet());

  static BatchQuery of(Context context) {
    Optional<String> failed = Query.text(context, "failed");
    failed.ifPresent(given -> Query.flag(context, "failed"));
    return new BatchQuery(
        Query.number(context, "offset", 0, 0, Integer.MAX_VALUE),
        Query.number(context, "limit", USUAL_LIMIT, 1, MAX_LIMIT),
        Query.word(context, "sort", "row", SORTS),
        Query.word(context, "order", "asc", Set.of("asc", "desc")).equals("desc"),
        Query.word(context, "role", "", ROLES),
        Query.text(context, "skill").orElse(""),
        Query.probability(context, "minProbability"),
        failed.map("true"::equals),
        Query.text(context, "search").orElse("").toLowerCase(Locale.ROOT));
  }

  boolean finds(BatchRow row) {
    return (failed.isEmpty() || failed.get() == row.isFailed())
        && (role.isEmpty() || role.equals(row.role() == null ? NONE : row.role()))
        && (!role.equals(NONE) || !row.isFailed())
        && (skill.isEmpty() || row.required().stream().anyMatch(skill::equalsIgnoreCase))
        && (minProbability == 0
            || (row.probability() != null && row.probability() >= minProbability))
        && (search.isEmpty()
            || Stream.of(row.id(), row.title(), row.company())
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(search)));
  }

  /** Rows without the value come last, whatever the order; equal ones by their place. */
  Comparator<BatchRow> order() {
    Comparator<BatchRow> order =
        switch (sort) {
          case "title" ->
              by(row -> row.title() == null ? null : row.title().toLowerCase(Locale.ROOT));
          case "role" -> by(BatchRow::role);
          case "probability" -> by(BatchRow::probability);
          case "dsShare" -> by(BatchRow::dsShare);
          default -> by(BatchRow::row);
        };
    return order.thenComparingInt(BatchRow::row);
  }

  private <T extends Comparable<T>> Comparator<BatchRow> by(
      Function<BatchRow, @org.jspecify.annotations.Nullable T> value) {
    Comparator<T> natural = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return Comparator.comparing(value, Comparator.nullsLast(natural));
  }
}
