package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A career site made with Teamtailor, on its own or the employer's host, by the feeds of the site:
 * RSS, and JSON Feed with a schema.org posting per item. A single posting is read from its page.
 */
record TeamtailorSource(String host) implements BoardSource {

  /** A feed with fewer items is the last. */
  private static final int PAGE = 100;

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?:-.*)?");
  private static final String OWN_HOST = ".teamtailor.com";

  static Optional<BoardSource> recognize(WebAddress address) {
    return address
        .subdomain(OWN_HOST)
        .filter(label -> !List.of("api", "docs", "support", "partner", "cdn").contains(label))
        .map(label -> new TeamtailorSource(address.host()));
  }

  @Override
  public String name() {
    return "teamtailor";
  }

  @Override
  public String tenant() {
    return host.endsWith(OWN_HOST) ? host.substring(0, host.length() - OWN_HOST.length()) : host;
  }

  @Override
  public List<URI> listing() {
    return List.of(URI.create("https://" + host + "/jobs.rss"));
  }

  @Override
  public Optional<URI> posting(URI page) {
    return Optional.empty();
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return WebAddress.of(page)
        .filter(address -> address.host().equals(host))
        .flatMap(TeamtailorSource::number)
        .map(id -> BoardIds.of(this, id));
  }

  /** Addresses of postings end in {@code jobs/12-title}. */
  private static Optional<String> number(WebAddress address) {
    int jobs = address.path().lastIndexOf("jobs");
    return jobs < 0
        ? Optional.empty()
        : address
            .segment(jobs + 1)
            .map(NUMBER::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1));
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    return page.html().stripLeading().startsWith("{") ? readJson(page) : readRss(page);
  }

  private BoardListing readRss(Page page) throws BoardFormatException {
    XmlNode channel = BoardXml.read(page, name(), "rss").get("channel");
    List<XmlNode> items = channel.all("item").toList();
    List<JobPosting> postings = items.stream().map(this::posting).toList();
    return new BoardListing(
        postings, List.of(), next(page.source(), items.size()), OptionalInt.empty());
  }

  private List<URI> next(String source, int items) {
    int before =
        WebAddress.of(source)
            .flatMap(address -> address.parameter("offset"))
            .filter(offset -> offset.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(0);
    URI next = URI.create("https://" + host + "/jobs.rss?offset=" + (before + items));
    return items >= PAGE ? List.of(next) : List.of();
  }

  private JobPosting posting(XmlNode item) {
    String link = item.text("link");
    Draft draft =
        new Draft(id(link, item.text("guid")))
            .title(item.text("title"))
            .workplace(workplace(item.text("remoteStatus")))
            .posted(item.text("pubDate"))
            .url(link)
            .html(item.text("description"));
    item.get("locations").all("location").forEach(place -> draft.place(place(place)));
    return draft.posting();
  }

  private static Optional<Workplace> workplace(String status) {
    return status.equals("none") ? Optional.of(Workplace.ONSITE) : Employment.workplace(status);
  }

  private static Optional<Place> place(XmlNode place) {
    String city = CleanText.of(place.text("city"));
    String country = CleanText.of(place.text("country"));
    String name = CleanText.of(place.text("name"));
    return Places.of(city.isEmpty() && country.isEmpty() ? name : "", city, "", country);
  }

  private BoardListing readJson(Page page) throws BoardFormatException {
    LooseJson feed = BoardJson.read(page, name());
    List<JobPosting> postings =
        BoardIds.items(feed.get("items"), this, page.source()).stream().map(this::posting).toList();
    List<URI> next =
        WebAddress.uri(feed.get("next_url").text())
            .filter(uri -> host.equalsIgnoreCase(uri.getHost()))
            .stream()
            .toList();
    return new BoardListing(postings, List.of(), next, OptionalInt.empty());
  }

  private JobPosting posting(LooseJson item) {
    String url = item.get("url").text();
    Draft draft = new Draft(id(url, item.get("id").text()));
    SchemaTerms.read(item.get("_jobposting"), draft);
    return draft
        .title(item.get("title").line())
        .posted(item.get("date_published").text())
        .url(url)
        .html(item.get("content_html").text())
        .posting();
  }

  private PostingId id(String link, String otherwise) {
    return WebAddress.uri(link)
        .flatMap(this::id)
        .orElseGet(() -> BoardIds.of(this, otherwise.isBlank() ? link : otherwise));
  }
}
