package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Place;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.StatedDate;
import dev.truerole.scraper.posting.Terms;
import dev.truerole.scraper.posting.Terms.EmploymentType;
import dev.truerole.scraper.posting.Terms.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A posting while its fields are gathered. Empty texts leave a field as it was. */
final class Draft {

  private static final int MAX_PLACES = 10;

  private final PostingId id;
  private final List<TextBlock> blocks = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<EmploymentType> employment = new ArrayList<>();
  private @Nullable String title;
  private @Nullable String company;
  private @Nullable String location;
  private @Nullable String date;
  private @Nullable Workplace workplace;
  private @Nullable Salary salary;
  private @Nullable StatedDate posted;
  private @Nullable StatedDate updated;
  private @Nullable StatedDate validThrough;
  private @Nullable String url;
  private @Nullable String applyUrl;

  Draft(PostingId id) {
    this.id = id;
  }

  Draft title(String text) {
    title = text.isBlank() ? title : CleanText.of(text);
    return this;
  }

  Draft company(String text) {
    company = text.isBlank() ? company : CleanText.of(text);
    return this;
  }

  Draft place(Optional<Place> place) {
    place.ifPresent(places::add);
    return this;
  }

  /** Where, on one line, if that is to be other than the places one after the other. */
  Draft location(@Nullable String line) {
    location = line;
    return this;
  }

  Draft workplace(Optional<Workplace> stated) {
    workplace = stated.orElse(workplace);
    return this;
  }

  Draft employment(String words) {
    Employment.types(words).forEach(employment::add);
    return this;
  }

  Draft salary(@Nullable Salary stated) {
    salary = stated;
    return this;
  }

  Draft posted(String text) {
    return posted(text, DateReader.read(text));
  }

  Draft posted(String text, @Nullable StatedDate read) {
    date = text.isBlank() ? null : text;
    posted = read;
    return this;
  }

  Draft posted(@Nullable StatedDate read) {
    return read == null ? this : posted(read.stated(), read);
  }

  Draft updated(String text) {
    updated = DateReader.read(text);
    return this;
  }

  Draft validThrough(@Nullable StatedDate read) {
    validThrough = read;
    return this;
  }

  Draft url(String text) {
    url = webAddress(text, url);
    return this;
  }

  Draft applyUrl(String text) {
    applyUrl = webAddress(text, applyUrl);
    return this;
  }

  /** Other schemes, such as {@code javascript:}, are nothing a reader should be sent to. */
  private static @Nullable String webAddress(String text, @Nullable String before) {
    return WebAddress.of(text).isPresent() ? text.strip() : before;
  }

  Draft html(String html) {
    return blocks(HtmlBlocks.blocks(html), null);
  }

  /** A text of its own field, under a heading unless it brings one. */
  Draft section(String heading, String html, Block.@Nullable Part part) {
    List<TextBlock> section = HtmlBlocks.blocks(html);
    if (!section.isEmpty() && !heading.isBlank() && !section.get(0).is(Block.Kind.HEADING)) {
      blocks.add(new TextBlock(Block.Kind.HEADING, CleanText.of(heading), part));
    }
    return blocks(section, part);
  }

  Draft blocks(List<TextBlock> more, Block.@Nullable Part part) {
    more.forEach(block -> blocks.add(block.in(part)));
    return this;
  }

  boolean hasText() {
    return !blocks.isEmpty();
  }

  JobPosting posting() {
    String where = location == null ? places() : location;
    Terms terms =
        new Terms(
            places, workplace, employment, salary, posted, updated, validThrough, url, applyUrl);
    return new JobPosting(id, title, company, where, date, BlockText.compose(blocks), terms);
  }

  private @Nullable String places() {
    Stream<String> stated = places.stream().map(Place::stated);
    boolean silent =
        places.stream().noneMatch(p -> p.stated().toLowerCase(Locale.ROOT).contains("remote"));
    boolean remote = workplace == Workplace.REMOTE && silent;
    String line =
        Stream.concat(stated, remote ? Stream.of("Remote") : Stream.empty())
            .distinct()
            .limit(MAX_PLACES)
            .collect(Collectors.joining("; "));
    return Places.orNull(line);
  }
}
