package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A board at Ashby, by the <a
 * href="https://developers.ashbyhq.com/docs/public-job-posting-api">public job posting API</a>. It
 * only gives whole boards.
 */
record AshbySource(String tenant) implements BoardSource {

  static Optional<BoardSource> recognize(WebAddress address) {
    if (address.isOn("jobs.ashbyhq.com")) {
      return address.tenant(0).map(AshbySource::new);
    }
    return address.isOn("api.ashbyhq.com")
            && address.segment(0).filter("posting-api"::equals).isPresent()
        ? address.tenant(2).map(AshbySource::new)
        : Optional.empty();
  }

  @Override
  public String name() {
    return "ashby";
  }

  @Override
  public List<URI> listing() {
    return List.of(board());
  }

  private URI board() {
    return URI.create(
        "https://api.ashbyhq.com/posting-api/job-board/"
            + WebAddress.encode(tenant)
            + "?includeCompensation=true");
  }

  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(id -> board());
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return number(page).map(id -> BoardIds.of(this, id));
  }

  /** An employer's own page names a posting in the parameter {@code ashby_jid}. */
  private Optional<String> number(URI page) {
    return WebAddress.of(page)
        .flatMap(
            address ->
                address
                    .parameter("ashby_jid")
                    .filter(id -> LeverSource.UUID.matcher(id).matches())
                    .or(() -> ours(address).flatMap(a -> a.segment(1, LeverSource.UUID))));
  }

  private Optional<WebAddress> ours(WebAddress address) {
    return Optional.of(address).filter(a -> recognize(a).filter(this::equals).isPresent());
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    List<LooseJson> listed =
        BoardIds.items(json.get("jobs"), this, page.source()).stream()
            .filter(job -> !job.get("isListed").isFalse())
            .toList();
    LooseJson shared =
        listed.size() == 1 ? json.get("compensation") : json.get("no job of several owns it");
    List<JobPosting> postings =
        BoardIds.once(listed, job -> job.get("id").text()).stream()
            .map(job -> posting(job, shared))
            .toList();
    return new BoardListing(postings, List.of(), List.of(), OptionalInt.of(listed.size()));
  }

  private JobPosting posting(LooseJson job, LooseJson shared) {
    LooseJson pay = job.get("compensation").isThere() ? job.get("compensation") : shared;
    Draft draft =
        new Draft(BoardIds.of(this, job.get("id").text()))
            .title(job.get("title").line())
            .place(place(job.get("location").line(), job.at("address", "postalAddress")))
            .workplace(workplace(job))
            .employment(job.get("employmentType").line())
            .salary(
                job.get("shouldDisplayCompensationOnJobPostings").isFalse() ? null : salary(pay))
            .posted(job.get("publishedAt").text())
            .url(job.get("jobUrl").text())
            .applyUrl(job.get("applyUrl").text())
            .html(job.first("descriptionHtml", "descriptionPlain").text());
    job.get("secondaryLocations").all().forEach(place -> draft.place(secondary(place)));
    return draft.posting();
  }

  private static Optional<Workplace> workplace(LooseJson job) {
    return Employment.workplace(job.get("workplaceType").line())
        .or(() -> job.get("isRemote").isTrue() ? Optional.of(Workplace.REMOTE) : Optional.empty());
  }

  private static Optional<Place> secondary(LooseJson place) {
    return place.node().isTextual()
        ? Places.of(place.line())
        : place(place.get("location").line(), postal(place.get("address")));
  }

  private static LooseJson postal(LooseJson address) {
    return address.get("postalAddress").isThere() ? address.get("postalAddress") : address;
  }

  private static Optional<Place> place(String line, LooseJson address) {
    return Places.of(
        line,
        address.get("addressLocality").line(),
        address.get("addressRegion").line(),
        address.get("addressCountry").line());
  }

  /** Equity and bonuses are components too, and no salary. */
  private static @Nullable Salary salary(LooseJson compensation) {
    List<LooseJson> salaries =
        Stream.concat(
                compensation
                    .get("compensationTiers")
                    .all()
                    .flatMap(tier -> tier.get("components").all()),
                compensation.get("summaryComponents").all())
            .filter(part -> part.get("compensationType").line().equals("Salary"))
            .toList();
    List<Salary> read =
        salaries.stream().flatMap(part -> Stream.ofNullable(component(part))).toList();
    return read.size() == salaries.size() ? Pay.span(read) : null;
  }

  /** Intervals read {@code 1 YEAR}; other numbers than one have no name. */
  private static @Nullable Salary component(LooseJson part) {
    String interval = part.get("interval").line();
    return interval.startsWith("1 ")
        ? Pay.of(
            part.get("minValue").text(),
            part.get("maxValue").text(),
            part.get("currencyCode").text(),
            interval.substring(2))
        : null;
  }
}
