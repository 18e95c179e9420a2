package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.StatedDate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A "Who is hiring?" thread of Hacker News, by the <a href="https://hn.algolia.com/api">search
 * API</a> or the <a href="https://github.com/HackerNews/API">item API</a>. Each answer to the
 * thread is a posting; who wrote it is not read.
 *
 * @param tenant the number of the thread, or {@code whoishiring} for the newest one
 */
record HackerNewsSource(String tenant) implements BoardSource {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
  private static final String NEWEST = "whoishiring";
  private static final String SEARCH =
      "https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring";

  static Optional<BoardSource> recognize(WebAddress address) {
    Optional<String> tenant = Optional.empty();
    if (address.isOn("news.ycombinator.com")) {
      tenant =
          address.parameter("id").filter(id -> id.equals(NEWEST) || NUMBER.matcher(id).matches());
    } else if (address.isOn("hn.algolia.com")) {
      tenant =
          address.path().contains("search_by_date")
              ? Optional.of(NEWEST)
              : address.segment(3, NUMBER);
    } else if (address.isOn("hacker-news.firebaseio.com")) {
      tenant = address.segment(2).map(file -> file.replace(".json", ""));
    }
    return tenant
        .filter(id -> id.equals(NEWEST) || NUMBER.matcher(id).matches())
        .map(HackerNewsSource::new);
  }

  @Override
  public String name() {
    return "hackernews";
  }

  @Override
  public List<URI> listing() {
    return List.of(tenant.equals(NEWEST) ? URI.create(SEARCH) : item(tenant));
  }

  private static URI item(String number) {
    return URI.create("https://hn.algolia.com/api/v1/items/" + number);
  }

  /** Threads and the postings in them have addresses of one form. */
  @Override
  public Optional<URI> posting(URI page) {
    return number(page).map(HackerNewsSource::item);
  }

  @Override
  public Optional<PostingId> id(URI page) {
    return number(page).map(HackerNewsSource::postingId);
  }

  private static Optional<String> number(URI page) {
    return WebAddress.of(page)
        .flatMap(HackerNewsSource::recognize)
        .map(BoardSource::tenant)
        .filter(id -> NUMBER.matcher(id).matches());
  }

  private static PostingId postingId(String number) {
    return PostingId.of("hackernews:item:" + number);
  }

  @Override
  public BoardListing read(Page page) throws BoardFormatException {
    LooseJson json = BoardJson.read(page, name());
    if (json.get("hits").isThere()) {
      return threads(json);
    }
    if (!json.get("id").isThere()) {
      throw new BoardFormatException(name(), page.source(), "no item");
    }
    if (json.get("type").text().equals("comment")) {
      return BoardListing.of(posting(json).stream().toList());
    }
    return json.get("kids").isThere() ? kids(json) : answers(json);
  }

  /** Of the stories of the poster, which also ask who wants to be hired, the newest thread. */
  private static BoardListing threads(LooseJson json) {
    List<URI> newest =
        json.get("hits")
            .all()
            .filter(
                hit -> hit.get("title").line().toLowerCase(Locale.ROOT).contains("who is hiring"))
            .map(hit -> hit.get("objectID").text())
            .filter(id -> NUMBER.matcher(id).matches())
            .limit(1)
            .map(HackerNewsSource::item)
            .toList();
    return new BoardListing(List.of(), List.of(), newest, OptionalInt.empty());
  }

  private static BoardListing kids(LooseJson story) {
    List<URI> links =
        story
            .get("kids")
            .all()
            .map(LooseJson::text)
            .filter(id -> NUMBER.matcher(id).matches())
            .map(id -> URI.create("https://hacker-news.firebaseio.com/v0/item/" + id + ".json"))
            .toList();
    return new BoardListing(List.of(), links, List.of(), OptionalInt.of(links.size()));
  }

  private static BoardListing answers(LooseJson story) {
    List<JobPosting> postings =
        story.get("children").all().flatMap(answer -> posting(answer).stream()).toList();
    return new BoardListing(postings, List.of(), List.of(), OptionalInt.of(postings.size()));
  }

  /** Deleted answers have no text; those that do not begin as postings do are remarks. */
  private static Optional<JobPosting> posting(LooseJson answer) {
    List<TextBlock> blocks = HtmlBlocks.blocks(html(answer.get("text").text()));
    String id = answer.get("id").text();
    boolean gone = answer.get("deleted").isTrue() || answer.get("dead").isTrue();
    if (blocks.isEmpty() || gone || id.isEmpty()) {
      return Optional.empty();
    }
    return HiringLine.read(blocks.get(0).text()).map(line -> posting(answer, id, line, blocks));
  }

  /** Lines are written as they are meant, though HTML would join them. */
  private static String html(String text) {
    return text.contains("<pre") ? text : text.replace("\n", "<br>");
  }

  private static JobPosting posting(
      LooseJson answer, String id, HiringLine line, List<TextBlock> blocks) {
    Draft draft =
        new Draft(postingId(id))
            .company(line.company())
            .title(line.role())
            .place(Places.of(line.place()))
            .workplace(line.workplace())
            .posted(written(answer))
            .url("https://news.ycombinator.com/item?id=" + id);
    line.parts().forEach(draft::employment);
    TextBlock first = new TextBlock(Block.Kind.PARAGRAPH, blocks.get(0).text());
    return draft
        .blocks(List.of(first), null)
        .blocks(blocks.subList(1, blocks.size()), null)
        .posting();
  }

  /** The two interfaces write times as ISO 8601 and as seconds since 1970. */
  private static @Nullable StatedDate written(LooseJson answer) {
    return answer.get("created_at").isThere()
        ? DateReader.read(answer.get("created_at").text())
        : DateReader.ofMillis(answer.get("time").text() + "000");
  }
}
