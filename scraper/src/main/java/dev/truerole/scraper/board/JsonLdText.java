package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the texts of a JSON-LD posting: its description and what stands beside it. */
final class JsonLdText {

  /** Texts that some boards give apart from the description, and what to head them with. */
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("responsibilities", "Responsibilities");
    SECTIONS.put("qualifications", "Qualifications");
    SECTIONS.put("skills", "Skills");
    SECTIONS.put("experienceRequirements", "Experience");
    SECTIONS.put("educationRequirements", "Education");
    SECTIONS.put("jobBenefits", "Benefits");
  }

  /** So much of a section's start has to be in the description for it to be no news. */
  private static final int FINGERPRINT_CHARS = 60;

  private JsonLdText() {}

  static List<TextBlock> read(JsonLdNode posting) {
    List<TextBlock> blocks = new ArrayList<>(HtmlBlocks.blocks(html(posting.get("description"))));
    SECTIONS.forEach((key, heading) -> addSection(blocks, heading, posting.get(key)));
    return blocks;
  }

  private static String html(JsonLdNode value) {
    return value
        .all()
        .map(JsonLdNode::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private static void addSection(List<TextBlock> blocks, String heading, JsonLdNode value) {
    List<TextBlock> section = new ArrayList<>();
    boolean several = value.all().count() > 1;
    value.all().forEach(part -> section.addAll(part(part, several)));
    if (!section.isEmpty() && !contains(blocks, section)) {
      if (!section.get(0).is(Block.Kind.HEADING)) {
        blocks.add(new TextBlock(Block.Kind.HEADING, heading));
      }
      blocks.addAll(section);
    }
  }

  /** Each of several plain values is a list item. */
  private static List<TextBlock> part(JsonLdNode value, boolean listed) {
    List<TextBlock> blocks = HtmlBlocks.blocks(value.text());
    return listed && blocks.size() == 1
        ? List.of(new TextBlock(Block.Kind.LIST_ITEM, blocks.get(0).text()))
        : blocks;
  }

  private static boolean contains(List<TextBlock> blocks, List<TextBlock> section) {
    String start = letters(section);
    start = start.substring(0, Math.min(start.length(), FINGERPRINT_CHARS));
    return letters(blocks).contains(start);
  }

  /** The letters and digits of all blocks, which stay the same whatever the markup. */
  static String letters(List<TextBlock> blocks) {
    return blocks.stream()
        .map(block -> block.text().replaceAll("[^\\p{L}\\p{N}]+", ""))
        .collect(Collectors.joining());
  }
}
