package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A board at Personio, by the <a
 * href="https://developer.personio.de/docs/retrieving-open-job-positions">XML feed</a> of its
 * career pages. It only gives whole boards.
 *
 * @param language the parameter {@code language} of the recognized address, or an empty string
 */
record PersonioSource(String tenant, String host, String language) implements BoardSource {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final List<String> HOSTS = List.of(".jobs.personio.de", ".jobs.personio.com");

  static Optional<BoardSource> recognize(WebAddress address) {
    String language =
        address.parameter("language").filter(l -> LANGUAGE.matcher(l).matches()).orElse("");
    return HOSTS.stream()
        .flatMap(suffix -> address.subdomain(suffix).stream())
        .findFirst()
        .map(tenant -> new PersonioSource(tenant, address.host(), language));
  }

  @Override
  public String name() {
    return "personio";
  }

  @Override
  public List<URI> listing() {
    return List.of(feed());
  }

  private URI feed() {
    return URI.create("https://" + host + "/xml" + query());
  }

  private String query() {
    return language.isEmpty() ? "" : "?language=" + language;
  }

  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(id -> feed());
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return number(page).map(id -> BoardIds.of(this, id));
  }

  private Optional<String> number(URI page) {
    return WebAddress.of(page)
        .filter(address -> address.host().equals(host))
        .filter(address -> address.segment(0).filter("job"::equals).isPresent())
        .flatMap(address -> address.segment(1, NUMBER));
  }

  /** An unknown tenant gets a page of advertising, which has another root. */
  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    XmlNode root = BoardXml.read(page, name(), "workzag-jobs");
    List<JobPosting> postings = root.all("position").map(this::posting).toList();
    return new BoardListing(postings, List.of(), List.of(), OptionalInt.of(postings.size()));
  }

  private JobPosting posting(XmlNode position) {
    String id = position.text("id");
    XmlNode pay = position.get("salaryInformation");
    String page = "https://" + host + "/job/" + WebAddress.encode(id) + query();
    Draft draft =
        new Draft(BoardIds.of(this, id))
            .title(position.text("name"))
            .company(position.text("subcompany"))
            .place(Places.of(CleanText.of(position.text("office"))))
            .employment(position.text("schedule"))
            .employment(position.text("employmentType"))
            .salary(
                Pay.of(
                    pay.text("min"), pay.text("max"), pay.text("currencyCode"), pay.text("type")))
            .posted(position.text("createdAt"))
            .url(page);
    position
        .get("additionalOffices")
        .all("office")
        .forEach(office -> draft.place(Places.of(CleanText.of(office.text()))));
    position
        .get("jobDescriptions")
        .all("jobDescription")
        .forEach(part -> draft.section(part.text("name"), part.text("value"), null));
    return draft.posting();
  }
}
