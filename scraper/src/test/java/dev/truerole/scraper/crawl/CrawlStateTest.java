package dev.truerole.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered, and what counts as the same posting again. */
class CrawlStateTest {

  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-08T08:00:00Z");

  @TempDir Path folder;

  @Test
  void aPostingIsNewThenTheSameThenChanged() throws IOException {
    try (CrawlState state = CrawlState.inMemory()) {
      CrawlState.Run run = state.begin(List.of("a"), "out", FIRST);
      assertThat(save(state, run, posting("1", "Data Engineer", words(1, 200)), FIRST).change())
          .isEqualTo(Sighting.Change.NEW);
      Sighting same = state.compare("1", posting("1", "Data Engineer", words(1, 200)), LATER);
      assertThat(same.change()).isEqualTo(Sighting.Change.SAME);
      assertThat(same.firstSeen()).isEqualTo(FIRST);
      Sighting changed = state.compare("1", posting("1", "Data Engineer", words(2, 200)), LATER);
      assertThat(changed.change()).isEqualTo(Sighting.Change.CHANGED);
    }
  }

  @Test
  void equalTextsOfOneTitleAreCopies() throws IOException {
    try (CrawlState state = CrawlState.inMemory()) {
      CrawlState.Run run = state.begin(List.of("a"), "out", FIRST);
      save(state, run, posting("berlin", "Data Engineer (m/f/d)", words(1, 200)), FIRST);
      Sighting copy =
          state.compare("paris", posting("paris", "Data Engineer", words(1, 200)), FIRST);
      assertThat(copy.duplicateOf()).isEqualTo("berlin");
      assertThat(copy.similarity()).isEqualTo(1);
      assertThat(
              state
                  .compare("x", posting("x", "Data Scientist", words(1, 200)), FIRST)
                  .duplicateOf())
          .isNull();
    }
  }

  @Test
  void nearlyEqualTextsAreNearCopies() throws IOException {
    try (CrawlState state = CrawlState.inMemory()) {
      CrawlState.Run run = state.begin(List.of("a"), "out", FIRST);
      String text = words(1, 400);
      save(state, run, posting("one", "Data Engineer", text), FIRST);
      Sighting near =
          state.compare("two", posting("two", "Data Engineer", text + " in our new office"), FIRST);
      assertThat(near.duplicateOf()).isEqualTo("one");
      assertThat(near.similarity()).isBetween(0.8, 1.0);
      Sighting other = state.compare("far", posting("far", "Data Engineer", words(9, 400)), FIRST);
      assertThat(other.duplicateOf()).isNull();
    }
  }

  @Test
  void anUnfinishedRunGoesOnAndAFinishedOneDoesNot() throws IOException {
    Path file = folder.resolve("state.db");
    CrawlState.Run run;
    try (CrawlState state = CrawlState.open(file)) {
      run = state.begin(List.of("a", "b"), "out", FIRST);
      CrawlState.Place place = new CrawlState.Place("1", "u", "p", null);
      JobPosting posting = posting("1", "Engineer", words(1, 100));
      state.posting(run, place, posting, state.compare("1", posting, FIRST), 120, FIRST);
      state.page(run, "p", new CrawlState.PageVersion("e", null), "OK", FIRST);
    }
    try (CrawlState state = CrawlState.open(file)) {
      CrawlState.Run again = state.begin(List.of("a", "b"), "out", LATER);
      assertThat(again).isEqualTo(new CrawlState.Run(run.id(), true, 120));
      assertThat(state.isPostingDone(again, "1")).isTrue();
      assertThat(state.isPageDone(again, "p")).isTrue();
      state.finish(again, LATER);
      CrawlState.Run next = state.begin(List.of("a", "b"), "out", LATER);
      assertThat(next.resumed()).isFalse();
      assertThat(state.isPostingDone(next, "1")).isFalse();
      assertThat(state.version("p")).contains(new CrawlState.PageVersion("e", null));
    }
  }

  @Test
  void otherInputsAreAnotherRun() throws IOException {
    try (CrawlState state = CrawlState.inMemory()) {
      state.begin(List.of("a"), "out", FIRST);
      assertThat(state.begin(List.of("a", "b"), "out", LATER).resumed()).isFalse();
    }
  }

  @Test
  void aFileThatIsNoStateIsRefusedAndKept() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "These are my notes, and they are no database at all.".repeat(50));
    String before = Files.readString(file);
    assertThatThrownBy(() -> CrawlState.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Jobs.Example.com/A/?utm_source=x&b=2&a=1#top, https://jobs.example.com/A?a=1&b=2",
    "https://jobs.example.com:443/1?gh_src=z, https://jobs.example.com/1",
    "https://jobs.example.com/1?gh_jid=42&ref=mail, https://jobs.example.com/1?gh_jid=42",
    "http://jobs.example.com:8080/, http://jobs.example.com:8080",
    "https://jobs.example.com/1?refresh=1, https://jobs.example.com/1?refresh=1"
  })
  void addressesHaveOneForm(String url, String canonical) {
    assertThat(CanonicalUrl.of(URI.create(url))).isEqualTo(canonical);
  }

  @Test
  void sketchesEstimateTheResemblanceOfSets() {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      List<String> words = IntStream.range(0, 400).mapToObj(i -> "w" + random.nextInt()).toList();
      int cut = 20 + random.nextInt(200);
      String first = String.join(" ", words);
      String second = String.join(" ", words.subList(cut, words.size()));
      double exact = jaccard(first, second);
      double estimate = MinHash.of(first).resemblance(MinHash.of(second));
      assertThat(estimate).isCloseTo(exact, within(0.15));
      assertThat(MinHash.read(MinHash.of(first).bytes()).resemblance(MinHash.of(first)))
          .isEqualTo(1);
    }
  }

  private static double jaccard(String first, String second) {
    Set<String> a = shingles(first);
    Set<String> b = shingles(second);
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    a.addAll(b);
    return (double) both.size() / a.size();
  }

  private static Set<String> shingles(String text) {
    List<String> words = List.of(text.split(" ", -1));
    return IntStream.rangeClosed(0, words.size() - 5)
        .mapToObj(i -> String.join(" ", words.subList(i, i + 5)))
        .collect(Collectors.toSet());
  }

  private static Sighting save(
      CrawlState state, CrawlState.Run run, JobPosting posting, Instant now) throws IOException {
    Sighting sighting = state.compare(posting.id().text(), posting, now);
    CrawlState.Place place = new CrawlState.Place(posting.id().text(), "u", "p", null);
    state.posting(run, place, posting, sighting, 0, now);
    return sighting;
  }

  private static JobPosting posting(String id, String title, String text) {
    return new JobPosting(
        PostingId.of(id), title, "Acme", null, null, PostingBody.ofPlainText(text));
  }

  private static String words(int seed, int count) {
    Random random = new Random(seed);
    return String.join(
        " ", Collections.nCopies(count, "").stream().map(x -> "w" + random.nextInt(5000)).toList());
  }
}
