package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A board at Recruitee, by the <a href="https://docs.recruitee.com/reference/offers">Careers Site
 * API</a>.
 */
record RecruiteeSource(String tenant) implements BoardSource {

  private static final String HOST = ".recruitee.com";
  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,199}");

  static Optional<BoardSource> recognize(WebAddress address) {
    return address
        .subdomain(HOST)
        .filter(label -> !List.of("api", "docs", "support", "career").contains(label))
        .map(RecruiteeSource::new);
  }

  @Override
  public String name() {
    return "recruitee";
  }

  @Override
  public List<URI> listing() {
    return List.of(URI.create(board()));
  }

  private String board() {
    return "https://" + tenant + HOST + "/api/offers/";
  }

  @Override
  public Optional<URI> posting(URI page) {
    return slug(page).map(slug -> URI.create(board() + WebAddress.encode(slug)));
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return slug(page).map(slug -> BoardIds.of(this, slug));
  }

  private Optional<String> slug(URI page) {
    return WebAddress.of(page)
        .filter(address -> recognize(address).filter(this::equals).isPresent())
        .filter(address -> Stream.of("o", "offers").anyMatch(address.path()::contains))
        .flatMap(
            address ->
                address.segment(
                    1 + Math.max(address.path().indexOf("o"), address.path().indexOf("offers")),
                    SLUG));
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    if (json.get("offer").isThere()) {
      return BoardListing.of(List.of(posting(json.get("offer"))));
    }
    List<LooseJson> offers = BoardIds.items(json.get("offers"), this, page.source());
    List<JobPosting> postings =
        BoardIds.once(offers, RecruiteeSource::key).stream().map(this::posting).toList();
    return new BoardListing(postings, List.of(), List.of(), OptionalInt.of(offers.size()));
  }

  private static String key(LooseJson offer) {
    return offer.first("slug", "id").text();
  }

  private JobPosting posting(LooseJson offer) {
    LooseJson pay = offer.get("salary");
    Draft draft =
        new Draft(BoardIds.of(this, key(offer)))
            .title(
                text(offer, "title").isEmpty()
                    ? text(offer, "sharing_title")
                    : text(offer, "title"))
            .company(offer.get("company_name").line())
            .workplace(workplace(offer))
            .employment(offer.get("employment_type_code").line())
            .salary(
                Pay.of(
                    pay.get("min").text(),
                    pay.get("max").text(),
                    pay.get("currency").text(),
                    pay.get("period").text()))
            .posted(offer.first("published_at", "created_at").text())
            .url(offer.get("careers_url").text())
            .applyUrl(offer.get("careers_apply_url").text());
    places(draft, offer);
    return draft
        .html(text(offer, "description"))
        .section("Requirements", text(offer, "requirements"), Block.Part.REQUIREMENTS)
        .posting();
  }

  /** A field of the offer, or of its first translation that has it. */
  private static String text(LooseJson offer, String field) {
    String own = offer.get(field).text();
    return !own.isBlank()
        ? own
        : offer
            .get("translations")
            .node()
            .valueStream()
            .map(translation -> new LooseJson(translation).get(field).text())
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
  }

  private static void places(Draft draft, LooseJson offer) {
    List<Optional<Place>> places =
        offer.get("locations").all().map(place -> place("", place)).toList();
    places.forEach(draft::place);
    if (places.stream().noneMatch(Optional::isPresent)) {
      draft.place(place(offer.get("location").line(), offer));
    }
  }

  private static Optional<Place> place(String line, LooseJson place) {
    return Places.of(
        line,
        place.get("city").line(),
        place.get("state").line(),
        place.first("country", "country_code").line());
  }

  /** Several of the marks may be set; then the posting leaves it open. */
  private static Optional<Workplace> workplace(LooseJson offer) {
    List<Workplace> stated =
        Stream.of("remote", "hybrid", "on_site")
            .filter(field -> offer.get(field).isTrue())
            .flatMap(field -> Employment.workplace(field).stream())
            .toList();
    return stated.size() == 1 ? Optional.of(stated.get(0)) : Optional.empty();
  }
}
