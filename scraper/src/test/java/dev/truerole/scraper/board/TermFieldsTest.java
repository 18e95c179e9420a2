package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.Terms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermFieldsTest {

  @Test
  void whatIsWrittenIsReadBack() throws IOException, BoardFormatException {
    Path file = Path.of("src/test/resources/board/sources/recruitee_offers.json");
    BoardSource source =
        BoardSources.recognize(URI.create("https://canal.recruitee.com/")).orElseThrow();
    BoardListing listing = source.read(new Page("here", Files.readString(file)));
    assertThat(listing.postings()).extracting(JobPosting::terms).doesNotContain(Terms.NONE);
    for (JobPosting posting : listing.postings()) {
      Terms terms = posting.terms();
      assertThat(TermFields.read(TermFields.write(terms))).isEqualTo(terms);
    }
  }

  @Test
  void nothingStatedIsNothingWritten() {
    assertThat(TermFields.write(Terms.NONE)).isEmpty();
    assertThat(TermFields.read(Map.of())).isEqualTo(Terms.NONE);
    assertThat(TermFields.read(Map.of("locations", "[{", "salary", "{", "url", "javascript:x")))
        .isEqualTo(Terms.NONE);
  }

  @Test
  void namesOfOtherToolsAreKnown() {
    Terms terms =
        TermFields.read(
            Map.of(
                "min_amount", "10",
                "max_amount", "20",
                "currency", "USD",
                "interval", "hourly",
                "is_remote", "True",
                "job_type", "fulltime",
                "locations", "Ghent; Bruges"));
    assertThat(terms.salary()).isEqualTo(Pay.of("10", "20", "USD", "HOUR"));
    assertThat(terms.workplace()).isEqualTo(Terms.Workplace.REMOTE);
    assertThat(terms.employment()).containsExactly(Terms.EmploymentType.FULL_TIME);
    assertThat(terms.places()).containsExactly(Place.of("Ghent"), Place.of("Bruges"));
  }
}
