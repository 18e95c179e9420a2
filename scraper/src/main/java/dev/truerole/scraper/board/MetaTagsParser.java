package dev.truerole.scraper.board;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** Reads the {@code job-…} meta tags that some boards write instead of schema.org data. */
final class MetaTagsParser implements BoardParser {

  private static final String PREFIX = "job-";

  @Override
  public Optional<JobPosting> parse(ParsedPage page, PostingId id) {
    if (!page.mentions("job-title")) {
      return Optional.empty();
    }
    Map<String, String> tags = tags(page.document());
    return tags.containsKey("title")
        ? SchemaPosting.read(List.of(posting(tags)), page, id)
        : Optional.empty();
  }

  private static Map<String, String> tags(Document document) {
    Map<String, String> tags = new HashMap<>();
    document
        .select("meta[name^=" + PREFIX + "], meta[property^=" + PREFIX + "]")
        .forEach(
            meta -> {
              String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
              String key = name.toLowerCase(Locale.ROOT).substring(PREFIX.length());
              if (!meta.attr("content").isBlank()) {
                tags.putIfAbsent(key, meta.attr("content"));
              }
            });
    return tags;
  }

  private static LooseJson posting(Map<String, String> tags) {
    ObjectNode posting = JsonNodeFactory.instance.objectNode();
    put(posting, "title", tags, "title");
    put(posting, "description", tags, "description");
    put(posting, "datePosted", tags, "posteddate", "dateposted", "date");
    put(posting, "employmentType", tags, "type", "employmenttype");
    put(posting, "hiringOrganization", tags, "company", "companyname");
    ObjectNode address = posting.putObject("jobLocation").putObject("address");
    put(address, "addressLocality", tags, "city");
    put(address, "addressRegion", tags, "state", "region");
    put(address, "addressCountry", tags, "country");
    return new LooseJson(posting);
  }

  private static void put(
      ObjectNode object, String field, Map<String, String> tags, String... keys) {
    for (String key : keys) {
      if (tags.containsKey(key) && !object.has(field)) {
        object.put(field, tags.get(key));
      }
    }
  }
}
