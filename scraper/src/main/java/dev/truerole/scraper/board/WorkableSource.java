package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A board at Workable, by its public careers widget. A posting with several places comes in as many
 * rows, which are read as one.
 */
record WorkableSource(String tenant) implements BoardSource {

  private static final Pattern CODE = Pattern.compile("[0-9A-F]{8,12}");

  static Optional<BoardSource> recognize(WebAddress address) {
    if (address.isOn("apply.workable.com")) {
      boolean api = address.segment(0).filter("api"::equals).isPresent();
      boolean widget = address.segment(2).filter("widget"::equals).isPresent();
      return address.tenant(api ? widget ? 4 : 3 : 0).map(WorkableSource::new);
    }
    if (address.isOn("www.workable.com")) {
      return address
          .segment(1)
          .filter("accounts"::equals)
          .flatMap(accounts -> address.tenant(2))
          .map(WorkableSource::new);
    }
    return address.subdomain(".workable.com").map(WorkableSource::new);
  }

  @Override
  public String name() {
    return "workable";
  }

  @Override
  public List<URI> listing() {
    return List.of(
        URI.create(
            "https://apply.workable.com/api/v1/widget/accounts/"
                + WebAddress.encode(tenant)
                + "?details=true"));
  }

  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(this::detail);
  }

  private URI detail(String code) {
    return URI.create(
        "https://apply.workable.com/api/v2/accounts/"
            + WebAddress.encode(tenant)
            + "/jobs/"
            + WebAddress.encode(code));
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return number(page).map(id -> BoardIds.of(this, id));
  }

  private Optional<String> number(URI page) {
    return WebAddress.of(page)
        .filter(address -> recognize(address).filter(this::equals).isPresent())
        .flatMap(
            address ->
                address.path().stream().filter(part -> CODE.matcher(part).matches()).findFirst());
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    if (json.get("shortcode").isThere()) {
      return BoardListing.of(List.of(posting(List.of(json), "")));
    }
    List<LooseJson> rows = BoardIds.items(json.get("jobs"), this, page.source());
    Map<String, List<LooseJson>> jobs =
        rows.stream()
            .filter(row -> !row.get("shortcode").text().isBlank())
            .collect(
                Collectors.groupingBy(
                    row -> row.get("shortcode").text(), LinkedHashMap::new, Collectors.toList()));
    boolean bodies = rows.stream().allMatch(row -> row.get("description").isThere());
    return new BoardListing(
        bodies ? jobs.values().stream().map(j -> posting(j, json.text())).toList() : List.of(),
        bodies ? List.of() : jobs.keySet().stream().map(this::detail).toList(),
        List.of(),
        OptionalInt.of(jobs.size()));
  }

  private JobPosting posting(List<LooseJson> rows, String company) {
    LooseJson job = rows.get(0);
    Draft draft =
        new Draft(BoardIds.of(this, job.get("shortcode").text()))
            .title(job.get("title").line())
            .company(company)
            .workplace(workplace(job))
            .employment(job.first("employment_type", "type").line())
            .posted(job.first("published_on", "published", "created_at").text())
            .url(job.first("url", "shortlink").text())
            .applyUrl(job.get("application_url").text());
    rows.forEach(row -> places(draft, row));
    return draft
        .html(job.get("description").text())
        .section("Requirements", job.get("requirements").text(), Block.Part.REQUIREMENTS)
        .section("Benefits", job.get("benefits").text(), Block.Part.BENEFITS)
        .posting();
  }

  private static void places(Draft draft, LooseJson row) {
    List<LooseJson> places =
        row.get("locations").all().filter(place -> !place.get("hidden").isTrue()).toList();
    places.forEach(place -> draft.place(place(place, place.get("region").line(), country(place))));
    if (places.isEmpty()) {
      draft.place(place(row, row.get("state").line(), row.get("country").line()));
    }
  }

  private static String country(LooseJson place) {
    return place.first("country", "countryCode").line();
  }

  private static Optional<Place> place(LooseJson place, String region, String country) {
    return Places.of("", place.get("city").line(), region, country);
  }

  private static Optional<Workplace> workplace(LooseJson job) {
    return Employment.workplace(job.get("workplace").line())
        .or(
            () ->
                job.get("telecommuting").isTrue() || job.get("remote").isTrue()
                    ? Optional.of(Workplace.REMOTE)
                    : Optional.empty());
  }
}
