package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.StatedDate;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a schema.org JobPosting states beside its text. */
final class SchemaTerms {

  /** No posting is valid for longer; programs that must fill the field write such ends. */
  private static final int MAX_YEARS = 2;

  private SchemaTerms() {}

  static Draft read(LooseJson posting, Draft draft) {
    String company = posting.get("hiringOrganization").line();
    posting.get("jobLocation").all().forEach(place -> draft.place(place(place, company)));
    posting.get("employmentType").all().forEach(type -> draft.employment(type.line()));
    String posted = posting.get("datePosted").line();
    boolean made = isMade(posting);
    return draft
        .company(company)
        .location(JsonLdPlaces.read(posting, company))
        .workplace(workplace(posting))
        .salary(salary(posting))
        .posted(made ? "" : posted, made ? null : DateReader.read(posted))
        .updated(posting.get("dateModified").line())
        .validThrough(made ? null : validThrough(posting))
        .url(posting.get("url").text())
        .applyUrl(posting.at("applicationContact", "url").text());
  }

  private static Optional<Workplace> workplace(LooseJson posting) {
    return posting
        .get("jobLocationType")
        .all()
        .flatMap(type -> Employment.workplace(type.line()).stream())
        .findFirst();
  }

  private static Optional<Place> place(LooseJson place, String company) {
    LooseJson address = place.get("address").all().findFirst().orElse(place.get("address"));
    String name = place.node().isTextual() ? place.line() : place.get("name").line();
    return !address.node().isObject()
        ? Places.of(
            address.line().isEmpty() && !name.equalsIgnoreCase(company) ? name : address.line())
        : Places.of(
            "",
            address.get("addressLocality").line(),
            address.get("addressRegion").line(),
            address.get("addressCountry").line());
  }

  /** Amount and period may stand in the value or around it. */
  private static @Nullable Salary salary(LooseJson posting) {
    LooseJson pay = posting.get("baseSalary").all().findFirst().orElse(posting.get("baseSalary"));
    LooseJson value = pay.get("value").all().findFirst().orElse(pay.get("value"));
    String exact = first(value.node().isObject() ? value.get("value") : value);
    String min = first(value.get("minValue"), pay.get("minValue"));
    String max = first(value.get("maxValue"), pay.get("maxValue"));
    String bare = pay.node().isObject() ? "" : pay.text();
    boolean range = !min.isBlank() || !max.isBlank();
    return Pay.of(
        range ? min : exact + bare,
        range ? max : exact + bare,
        first(pay.get("currency"), value.get("currency"), posting.get("salaryCurrency")),
        first(value.get("unitText"), pay.get("unitText"), value.get("unitCode")));
  }

  private static String first(LooseJson... values) {
    return Stream.of(values)
        .filter(value -> !value.node().isObject())
        .map(LooseJson::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static @Nullable StatedDate validThrough(LooseJson posting) {
    StatedDate end = DateReader.read(posting.get("validThrough").line());
    StatedDate start = DateReader.read(posting.get("datePosted").line());
    boolean endless =
        start != null && end != null && end.day().isAfter(start.day().plusYears(MAX_YEARS));
    return endless ? null : end;
  }

  /**
   * Whether the dates were made when the page was: they differ by whole years, or by nothing, and
   * agree in the time of day to the second.
   */
  private static boolean isMade(LooseJson posting) {
    LocalDateTime start = DateReader.time(posting.get("datePosted").line());
    LocalDateTime end = DateReader.time(posting.get("validThrough").line());
    return start != null
        && end != null
        && start.getSecond() + start.getMinute() + start.getHour() > 0
        && start
            .truncatedTo(ChronoUnit.SECONDS)
            .plusYears(end.getYear() - start.getYear())
            .equals(end.truncatedTo(ChronoUnit.SECONDS));
  }
}
