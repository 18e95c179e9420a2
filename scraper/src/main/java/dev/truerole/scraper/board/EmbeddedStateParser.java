package dev.truerole.scraper.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the posting out of the state that a page of JavaScript carries along: the object with a
 * title, a long description and something else that only jobs have.
 */
final class EmbeddedStateParser implements BoardParser {

  private static final int MAX_DEPTH = 40;
  private static final int MIN_DESCRIPTION_CHARS = 150;
  private static final int MAX_TITLE_CHARS = 300;

  /** What schema.org calls the fields, and what the states of pages call them, best first. */
  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("title", List.of("title", "jobTitle", "positionTitle", "name"));
    NAMES.put(
        "description",
        List.of(
            "descriptionHtml",
            "description",
            "jobDescription",
            "content",
            "body",
            "htmlDescription"));
    NAMES.put("datePosted", List.of("datePosted", "publishedAt", "publishedDate", "postedAt"));
    NAMES.put("validThrough", List.of("validThrough", "expiresAt"));
    NAMES.put("employmentType", List.of("employmentType", "jobType"));
    NAMES.put("hiringOrganization", List.of("hiringOrganization", "companyName", "company"));
    NAMES.put("jobLocation", List.of("jobLocation", "locationName", "location", "locations"));
    NAMES.put("jobLocationType", List.of("jobLocationType", "workplaceType"));
    NAMES.put("baseSalary", List.of("baseSalary"));
    NAMES.put("qualifications", List.of("qualifications", "requirements"));
    NAMES.put("responsibilities", List.of("responsibilities"));
    NAMES.put("jobBenefits", List.of("jobBenefits", "benefits"));
  }

  /** Fields that articles and products do not have. */
  private static final List<String> SIGNS =
      List.of(
          "datePosted",
          "employmentType",
          "jobType",
          "jobLocation",
          "jobTitle",
          "jobDescription",
          "workplaceType",
          "hiringOrganization",
          "applyUrl",
          "applicationUrl",
          "jobId",
          "requisitionId",
          "department",
          "departmentName");

  @Override
  public Optional<JobPosting> parse(ParsedPage page, PostingId id) {
    if (!page.mentions("<script")) {
      return Optional.empty();
    }
    List<LooseJson> postings = new ArrayList<>();
    EmbeddedState.read(page.document()).forEach(state -> collect(state, postings, 0));
    return SchemaPosting.read(postings, page, id);
  }

  private static void collect(JsonNode value, List<LooseJson> found, int depth) {
    LooseJson object = new LooseJson(value);
    if (value.isObject() && isPosting(object)) {
      found.add(posting(object));
    } else if (depth < MAX_DEPTH && value.isContainerNode()) {
      value.forEach(part -> collect(part, found, depth + 1));
    }
  }

  private static boolean isPosting(LooseJson object) {
    String title = text(object, "title");
    return !title.isBlank()
        && title.length() <= MAX_TITLE_CHARS
        && text(object, "description").length() >= MIN_DESCRIPTION_CHARS
        && SIGNS.stream().anyMatch(sign -> object.node().has(sign));
  }

  private static String text(LooseJson object, String field) {
    return NAMES.getOrDefault(field, List.of()).stream()
        .map(name -> object.node().path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static LooseJson posting(LooseJson object) {
    ObjectNode posting = JsonNodeFactory.instance.objectNode();
    NAMES.forEach(
        (field, names) ->
            names.stream()
                .map(name -> object.node().path(name))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .findFirst()
                .ifPresent(value -> posting.set(field, value)));
    posting.put("title", text(object, "title"));
    posting.put("description", text(object, "description"));
    return new LooseJson(posting);
  }
}
