package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.Salary.Period;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A board at Greenhouse, by the <a href="https://developers.greenhouse.io/job-board.html">Job Board
 * API</a>.
 */
record GreenhouseSource(String tenant, String host) implements BoardSource {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final String WORLD = "boards-api.greenhouse.io";
  private static final String EUROPE = "boards-api.eu.greenhouse.io";

  static Optional<BoardSource> recognize(WebAddress address) {
    if (!address.host().endsWith(".greenhouse.io")) {
      return Optional.empty();
    }
    String host = address.host().contains(".eu.") ? EUROPE : WORLD;
    return tenant(address).map(tenant -> new GreenhouseSource(tenant, host));
  }

  private static Optional<String> tenant(WebAddress address) {
    if (address.isOn(WORLD, EUROPE)) {
      return address.segment(1).filter("boards"::equals).flatMap(boards -> address.tenant(2));
    }
    boolean boards =
        address.isOn("boards.greenhouse.io", "boards.eu.greenhouse.io")
            || address.host().startsWith("job-boards.");
    return boards
        ? address.parameter("for").filter(WebAddress::isTenant).or(() -> address.tenant(0))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "greenhouse";
  }

  @Override
  public List<URI> listing() {
    return List.of(URI.create(board() + "?content=true"));
  }

  private String board() {
    return "https://" + host + "/v1/boards/" + WebAddress.encode(tenant) + "/jobs";
  }

  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(id -> URI.create(board() + "/" + id + "?pay_transparency=true"));
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return number(page).map(id -> BoardIds.of(this, id));
  }

  /** An employer's own page names a posting of its board in the parameter {@code gh_jid}. */
  private Optional<String> number(URI page) {
    return WebAddress.of(page)
        .flatMap(
            address ->
                Stream.of(
                        address.parameter("gh_jid"),
                        ours(address).flatMap(a -> a.parameter("token")),
                        ours(address).flatMap(GreenhouseSource::afterJobs))
                    .flatMap(Optional::stream)
                    .filter(id -> NUMBER.matcher(id).matches())
                    .findFirst());
  }

  private Optional<WebAddress> ours(WebAddress address) {
    return Optional.of(address).filter(a -> recognize(a).filter(this::equals).isPresent());
  }

  private static Optional<String> afterJobs(WebAddress address) {
    int jobs = address.path().lastIndexOf("jobs");
    return jobs < 0 ? Optional.empty() : address.segment(jobs + 1);
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    if (!json.get("jobs").isThere() && json.get("content").isThere()) {
      return BoardListing.of(List.of(posting(json)));
    }
    List<LooseJson> jobs = BoardIds.items(json.get("jobs"), this, page.source());
    boolean bodies = jobs.stream().allMatch(job -> job.get("content").isThere());
    List<LooseJson> once = BoardIds.once(jobs, job -> job.get("id").text());
    return new BoardListing(
        bodies ? once.stream().map(this::posting).toList() : List.of(),
        bodies ? List.of() : once.stream().map(this::link).toList(),
        List.of(),
        OptionalInt.of(json.at("meta", "total").node().asInt(jobs.size())));
  }

  private URI link(LooseJson job) {
    return URI.create(board() + "/" + WebAddress.encode(job.get("id").text()));
  }

  private JobPosting posting(LooseJson job) {
    return new Draft(BoardIds.of(this, job.get("id").text()))
        .title(job.get("title").line())
        .company(job.get("company_name").line())
        .place(Places.of(job.at("location", "name").line()))
        .posted(job.get("first_published").text())
        .updated(job.get("updated_at").text())
        .salary(salary(job.get("pay_input_ranges")))
        .url(job.get("absolute_url").text())
        .html(job.get("content").text())
        .posting();
  }

  private static @Nullable Salary salary(LooseJson ranges) {
    List<Optional<Salary>> read =
        ranges.all().map(range -> Optional.ofNullable(range(range))).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Pay.span(read.stream().map(Optional::get).toList())
        : null;
  }

  /** Amounts are in cents; the period is only in the range's own title. */
  private static @Nullable Salary range(LooseJson range) {
    String title = range.get("title").line().toLowerCase(Locale.ROOT);
    boolean hour = title.contains("hour");
    boolean year = title.contains("annual") || title.contains("year");
    return hour == year
        ? null
        : Pay.of(
            Pay.ofHundredths(range.get("min_cents").text()),
            Pay.ofHundredths(range.get("max_cents").text()),
            range.get("currency_type").text(),
            (hour ? Period.HOUR : Period.YEAR).name());
  }
}
