package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the texts of a JSON-LD posting: its description and what stands beside it. */
final class JsonLdText {

  /** A text that some boards give apart from the description, and what to head it with. */
  private record Section(String key, String heading, Block.Part part) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("employerOverview", "About us", Block.Part.COMPANY),
          new Section("responsibilities", "Responsibilities", Block.Part.RESPONSIBILITIES),
          new Section("qualifications", "Qualifications", Block.Part.REQUIREMENTS),
          new Section("skills", "Skills", Block.Part.REQUIREMENTS),
          new Section("experienceRequirements", "Experience", Block.Part.REQUIREMENTS),
          new Section("educationRequirements", "Education", Block.Part.REQUIREMENTS),
          new Section("jobBenefits", "Benefits", Block.Part.BENEFITS));

  /** So much of a section's start has to be in the description for it to be no news. */
  private static final int FINGERPRINT_CHARS = 60;

  private JsonLdText() {}

  static List<TextBlock> read(LooseJson posting) {
    List<TextBlock> blocks = new ArrayList<>(HtmlBlocks.blocks(html(posting.get("description"))));
    SECTIONS.forEach(section -> addSection(blocks, section, posting.get(section.key())));
    return blocks;
  }

  private static String html(LooseJson value) {
    return value
        .all()
        .map(LooseJson::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private static void addSection(List<TextBlock> blocks, Section section, LooseJson value) {
    List<TextBlock> texts = new ArrayList<>();
    boolean several = value.all().count() > 1;
    value.all().forEach(part -> texts.addAll(part(part, several)));
    if (!texts.isEmpty() && !contains(blocks, texts)) {
      if (!texts.get(0).is(Block.Kind.HEADING)) {
        blocks.add(new TextBlock(Block.Kind.HEADING, section.heading(), section.part()));
      }
      texts.forEach(text -> blocks.add(text.in(section.part())));
    }
  }

  /** Each of several plain values is a list item. */
  private static List<TextBlock> part(LooseJson value, boolean listed) {
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
    StringBuilder letters = new StringBuilder();
    for (TextBlock block : blocks) {
      block.text().codePoints().filter(JsonLdText::isKept).forEach(letters::appendCodePoint);
    }
    return letters.toString();
  }

  private static boolean isKept(int c) {
    return switch (Character.getType(c)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }
}
