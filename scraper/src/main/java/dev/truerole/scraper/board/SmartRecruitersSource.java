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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A board at SmartRecruiters, by the <a
 * href="https://developers.smartrecruiters.com/docs/posting-api">Posting API</a>. Its lists have no
 * texts.
 */
record SmartRecruitersSource(String tenant) implements BoardSource {

  private static final int PAGE = 100;
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{6,20})(?:-.*)?|(" + LeverSource.UUID + ")");

  private static final Map<String, Block.Part> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("companyDescription", Block.Part.COMPANY);
    SECTIONS.put("jobDescription", Block.Part.RESPONSIBILITIES);
    SECTIONS.put("qualifications", Block.Part.REQUIREMENTS);
    SECTIONS.put("additionalInformation", Block.Part.OTHER);
  }

  static Optional<BoardSource> recognize(WebAddress address) {
    if (address.isOn("api.smartrecruiters.com")) {
      return address
          .segment(1)
          .filter("companies"::equals)
          .flatMap(companies -> address.tenant(2))
          .map(SmartRecruitersSource::new);
    }
    if (!address.isOn("careers.smartrecruiters.com", "jobs.smartrecruiters.com")) {
      return Optional.empty();
    }
    boolean dialog = address.segment(0).filter("oneclick-ui"::equals).isPresent();
    return address.tenant(dialog ? 2 : 0).map(SmartRecruitersSource::new);
  }

  @Override
  public String name() {
    return "smartrecruiters";
  }

  @Override
  public List<URI> listing() {
    return List.of(page(0));
  }

  private URI page(int offset) {
    return URI.create(board() + "?limit=" + PAGE + "&offset=" + offset);
  }

  private String board() {
    return "https://api.smartrecruiters.com/v1/companies/"
        + WebAddress.encode(tenant)
        + "/postings";
  }

  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(id -> URI.create(board() + "/" + id));
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return number(page).map(id -> BoardIds.of(this, id));
  }

  private Optional<String> number(URI page) {
    return WebAddress.of(page)
        .filter(address -> recognize(address).filter(this::equals).isPresent())
        .filter(address -> address.path().size() > 1)
        .flatMap(address -> address.segment(address.path().size() - 1))
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    if (json.get("jobAd").isThere()) {
      return BoardListing.of(List.of(posting(json)));
    }
    List<LooseJson> jobs = BoardIds.items(json.get("content"), this, page.source());
    int total = json.get("totalFound").node().asInt(jobs.size());
    int seen = json.get("offset").node().asInt(0) + jobs.size();
    return new BoardListing(
        List.of(),
        BoardIds.once(jobs, job -> job.get("id").text()).stream().map(this::link).toList(),
        seen < total && !jobs.isEmpty() ? List.of(page(seen)) : List.of(),
        OptionalInt.of(total));
  }

  private URI link(LooseJson job) {
    return URI.create(board() + "/" + WebAddress.encode(job.get("id").text()));
  }

  private JobPosting posting(LooseJson job) {
    LooseJson pay = job.at("compensation", "salary");
    Draft draft =
        new Draft(BoardIds.of(this, job.get("id").text()))
            .title(job.first("name", "title").line())
            .company(job.get("company").line())
            .place(place(job.get("location")))
            .workplace(workplace(job.get("location")))
            .employment(job.at("typeOfEmployment", "label").line())
            .salary(
                Pay.of(
                    pay.get("min").text(),
                    pay.get("max").text(),
                    pay.get("currency").text(),
                    pay.get("period").text()))
            .posted(job.get("releasedDate").text())
            .url(job.get("postingUrl").text())
            .applyUrl(job.get("applyUrl").text());
    SECTIONS.forEach((name, part) -> section(draft, job.at("jobAd", "sections", name), part));
    return draft.posting();
  }

  private static void section(Draft draft, LooseJson section, Block.Part part) {
    draft.section(section.get("title").line(), section.get("text").text(), part);
  }

  private static Optional<Place> place(LooseJson location) {
    return Places.of(
        location.get("fullLocation").line(),
        location.get("city").line(),
        location.get("region").line(),
        location.get("country").line());
  }

  private static Optional<Workplace> workplace(LooseJson location) {
    if (location.get("remote").isTrue()) {
      return Optional.of(Workplace.REMOTE);
    }
    return location.get("hybrid").isTrue() ? Optional.of(Workplace.HYBRID) : Optional.empty();
  }
}
