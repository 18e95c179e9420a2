package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardSourcesTest {

  private static final String UUID = "5ac21346-8e0c-4494-8e7a-3eb92ff77902";

  @ParameterizedTest
  @CsvSource({
    "https://boards.greenhouse.io/acme, greenhouse, acme,"
        + " https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
    "https://job-boards.eu.greenhouse.io/acme/jobs/12, greenhouse, acme,"
        + " https://boards-api.eu.greenhouse.io/v1/boards/acme/jobs?content=true",
    "https://boards.greenhouse.io/embed/job_board?for=acme, greenhouse, acme,"
        + " https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
    "https://boards-api.greenhouse.io/v1/boards/acme/jobs, greenhouse, acme,"
        + " https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
    "https://jobs.lever.co/acme, lever, acme, https://api.lever.co/v0/postings/acme?mode=json",
    "https://jobs.eu.lever.co/acme, lever, acme,"
        + " https://api.eu.lever.co/v0/postings/acme?mode=json",
    "https://jobs.ashbyhq.com/Acme%20Inc., ashby, Acme Inc.,"
        + " https://api.ashbyhq.com/posting-api/job-board/Acme%20Inc.?includeCompensation=true",
    "https://careers.smartrecruiters.com/Acme, smartrecruiters, Acme,"
        + " https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0",
    "https://apply.workable.com/acme/, workable, acme,"
        + " https://apply.workable.com/api/v1/widget/accounts/acme?details=true",
    "https://acme.workable.com, workable, acme,"
        + " https://apply.workable.com/api/v1/widget/accounts/acme?details=true",
    "https://acme.recruitee.com/o/cook, recruitee, acme, https://acme.recruitee.com/api/offers/",
    "https://acme.jobs.personio.com/job/9?language=en, personio, acme,"
        + " https://acme.jobs.personio.com/xml?language=en",
    "https://acme.teamtailor.com/jobs, teamtailor, acme, https://acme.teamtailor.com/jobs.rss",
    "https://news.ycombinator.com/item?id=44, hackernews, 44,"
        + " https://hn.algolia.com/api/v1/items/44",
    "https://news.ycombinator.com/submitted?id=whoishiring, hackernews, whoishiring,"
        + " 'https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring'",
  })
  void boardIsKnownByItsAddress(String address, String name, String tenant, String listing) {
    BoardSource source = BoardSources.recognize(URI.create(address)).orElseThrow();
    assertThat(source.name()).isEqualTo(name);
    assertThat(source.tenant()).isEqualTo(tenant);
    assertThat(source.listing()).containsExactly(URI.create(listing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/jobs",
        "https://boards.greenhouse.io/",
        "https://boards.greenhouse.io/embed",
        "https://boards.greenhouse.io/a%2F..%2Fb",
        "https://boards.greenhouse.io/%2e%2e",
        "https://notgreenhouse.io/acme",
        "https://boards.greenhouse.io.example.com/acme",
        "https://www.recruitee.com/",
        "https://a.b.recruitee.com/",
        "https://www.workable.com/features",
        "ftp://jobs.lever.co/acme",
        "mailto:jobs@example.com",
        "https://news.ycombinator.com/item?id=12a",
        "jobs.lever.co/acme",
      })
  void otherAddressesAreNoBoards(String address) {
    assertThat(BoardSources.recognize(URI.create(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://boards.greenhouse.io/acme/jobs/12,"
        + " https://boards-api.greenhouse.io/v1/boards/acme/jobs/12?pay_transparency=true,"
        + " greenhouse:acme:12",
    "https://boards.greenhouse.io/embed/job_app?for=acme&token=12,"
        + " https://boards-api.greenhouse.io/v1/boards/acme/jobs/12?pay_transparency=true,"
        + " greenhouse:acme:12",
    "https://jobs.lever.co/acme/"
        + UUID
        + "/apply, https://api.lever.co/v0/postings/acme/"
        + UUID
        + "?mode=json, lever:acme:"
        + UUID,
    "https://jobs.ashbyhq.com/acme/"
        + UUID
        + "/application,"
        + " https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true,"
        + " ashby:acme:"
        + UUID,
    "https://jobs.smartrecruiters.com/Acme/743999106810286-cook,"
        + " https://api.smartrecruiters.com/v1/companies/Acme/postings/743999106810286,"
        + " smartrecruiters:Acme:743999106810286",
    "https://apply.workable.com/acme/j/81B46579FE/,"
        + " https://apply.workable.com/api/v2/accounts/acme/jobs/81B46579FE,"
        + " workable:acme:81B46579FE",
    "https://acme.recruitee.com/o/cook-m-w, https://acme.recruitee.com/api/offers/cook-m-w,"
        + " recruitee:acme:cook-m-w",
    "https://acme.jobs.personio.de/job/12, https://acme.jobs.personio.de/xml, personio:acme:12",
    "https://news.ycombinator.com/item?id=44, https://hn.algolia.com/api/v1/items/44,"
        + " hackernews:item:44",
  })
  void postingIsRewrittenToItsData(String address, String data, String id) {
    URI page = URI.create(address);
    BoardSource source = BoardSources.recognize(page).orElseThrow();
    assertThat(source.posting(page)).contains(URI.create(data));
    assertThat(source.id(page)).contains(PostingId.of(id));
  }

  @Test
  void theAddressOfDataLeadsBackToThePosting() {
    for (String address :
        List.of(
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs/12",
            "https://api.lever.co/v0/postings/acme/" + UUID,
            "https://api.smartrecruiters.com/v1/companies/Acme/postings/743999106810286",
            "https://apply.workable.com/api/v2/accounts/acme/jobs/81B46579FE",
            "https://acme.recruitee.com/api/offers/cook",
            "https://hn.algolia.com/api/v1/items/44",
            "https://hacker-news.firebaseio.com/v0/item/44.json")) {
      URI data = URI.create(address);
      BoardSource source = BoardSources.recognize(data).orElseThrow();
      assertThat(source.posting(data)).as(address).isPresent();
    }
  }

  @Test
  void boardsHaveNoPostingsOfOtherBoards() {
    BoardSource acme =
        BoardSources.recognize(URI.create("https://jobs.lever.co/acme")).orElseThrow();
    assertThat(acme.posting(URI.create("https://jobs.lever.co/other/" + UUID))).isEmpty();
    assertThat(acme.posting(URI.create("https://jobs.lever.co/acme"))).isEmpty();
    assertThat(acme.posting(URI.create("https://example.com/acme/" + UUID))).isEmpty();
  }

  @Test
  void employersPageNamesItsPosting() {
    Page page =
        page(
            "https://tidewater.example/careers?gh_jid=12",
            "<script"
                + " src='https://boards.greenhouse.io/embed/job_board/js?for=tidewater'></script>");
    BoardSource source = BoardSources.recognize(page).orElseThrow();
    assertThat(source.id(URI.create(page.source())))
        .contains(PostingId.of("greenhouse:tidewater:12"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src='//boards.greenhouse.io/embed/job_board?for=tidewater'></iframe>",
        "<script>var greenhouse = {\"urlToken\":\"tidewater\"};</script>",
        "<a href='https://boards.greenhouse.io/tidewater/jobs/1'>One</a>"
            + "<a href='https://boards.greenhouse.io/tidewater/jobs/2'>Two</a>",
      })
  void boardIsKnownByMarksInAPage(String html) {
    BoardSource source =
        BoardSources.recognize(page("https://tidewater.example/", html)).orElseThrow();
    assertThat(source.tenant()).isEqualTo("tidewater");
  }

  @Test
  void careerSiteOnTheEmployersHostIsKnownByItsScripts() {
    String html = "<link rel=stylesheet href='https://assets-aws.teamtailor-cdn.com/x.css'>";
    BoardSource source =
        BoardSources.recognize(page("https://jobs.fjord.example/", html)).orElseThrow();
    assertThat(source.listing()).containsExactly(URI.create("https://jobs.fjord.example/jobs.rss"));
    assertThat(source.id(URI.create("https://jobs.fjord.example/jobs/12-cook")))
        .contains(PostingId.of("teamtailor:jobs.fjord.example:12"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='https://jobs.lever.co/partner'>Our partner</a>",
        "<a href='https://jobs.lever.co/one/'>1</a><a href='https://jobs.lever.co/two/'>2</a>",
        "<p>jobs.lever.co/acme</p>",
        "<script>var urlToken = {\"urlToken\":\"x\"};</script>",
        "",
      })
  void boardIsNeverGuessed(String html) {
    assertThat(BoardSources.recognize(page("https://acme.example/", html))).isEmpty();
  }

  @Test
  void everySourceIsRegistered() {
    long written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(BoardSource.class)
                .stream()
                .filter(type -> type.isAssignableTo(BoardSource.class) && !type.isInterface())
                .map(JavaClass::getName)
                .count();
    assertThat(BoardSources.all()).hasSize((int) written);
  }

  private static Page page(String source, String html) {
    return new Page(source, html);
  }
}
