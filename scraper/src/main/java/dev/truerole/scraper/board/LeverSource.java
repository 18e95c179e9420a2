package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A board at Lever, by the <a href="https://github.com/lever/postings-api">Postings API</a>. */
record LeverSource(String tenant, String host) implements BoardSource {

  static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  static Optional<BoardSource> recognize(WebAddress address) {
    if (address.isOn("jobs.lever.co", "jobs.eu.lever.co")) {
      return address.tenant(0).map(tenant -> new LeverSource(tenant, api(address)));
    }
    boolean api = address.isOn("api.lever.co", "api.eu.lever.co");
    return api && address.segment(1).filter("postings"::equals).isPresent()
        ? address.tenant(2).map(tenant -> new LeverSource(tenant, api(address)))
        : Optional.empty();
  }

  private static String api(WebAddress address) {
    return address.host().contains(".eu.") ? "api.eu.lever.co" : "api.lever.co";
  }

  @Override
  public String name() {
    return "lever";
  }

  @Override
  public List<URI> listing() {
    return List.of(URI.create(board() + "?mode=json"));
  }

  private String board() {
    return "https://" + host + "/v0/postings/" + WebAddress.encode(tenant);
  }

  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(id -> URI.create(board() + "/" + id + "?mode=json"));
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
                Stream.of(1, 3)
                    .map(index -> address.segment(index, UUID))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    if (json.get("text").isThere() && json.get("id").isThere()) {
      return BoardListing.of(List.of(posting(json)));
    }
    List<LooseJson> jobs = BoardIds.items(json, this, page.source());
    List<JobPosting> postings =
        BoardIds.once(jobs, job -> job.get("id").text()).stream().map(this::posting).toList();
    return new BoardListing(postings, List.of(), List.of(), OptionalInt.of(jobs.size()));
  }

  private JobPosting posting(LooseJson job) {
    Draft draft =
        new Draft(BoardIds.of(this, job.get("id").text()))
            .title(job.get("text").line())
            .workplace(Employment.workplace(job.get("workplaceType").line()))
            .employment(job.at("categories", "commitment").line())
            .salary(
                Pay.of(
                    pay(job, "min"), pay(job, "max"), pay(job, "currency"), pay(job, "interval")))
            .posted(DateReader.ofMillis(job.get("createdAt").text()))
            .url(job.get("hostedUrl").text())
            .applyUrl(job.get("applyUrl").text());
    Stream.concat(
            job.at("categories", "location").all(), job.at("categories", "allLocations").all())
        .map(LooseJson::line)
        .forEach(line -> draft.place(Places.of(line)));
    return withText(draft, job).posting();
  }

  private static String pay(LooseJson job, String field) {
    return job.at("salaryRange", field).text();
  }

  /** Requirements stand in the lists, not in the description; they are bare items. */
  private static Draft withText(Draft draft, LooseJson job) {
    String description = job.get("description").text();
    draft.html(
        description.isBlank()
            ? job.get("opening").text() + job.get("descriptionBody").text()
            : description);
    job.get("lists")
        .all()
        .forEach(
            list ->
                draft.section(
                    list.get("text").line(), "<ul>" + list.get("content").text() + "</ul>", null));
    draft.html(job.get("additional").text());
    return draft.section("", job.get("salaryDescription").text(), Block.Part.BENEFITS);
  }
}
