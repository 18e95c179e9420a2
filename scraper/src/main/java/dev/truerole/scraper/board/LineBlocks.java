package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes blocks of lines: finds the headings that are only bold or only stand before a list, and the
 * lists that are only lines with bullets.
 */
final class LineBlocks {

  private static final int MAX_HEADING_CHARS = 150;

  /** Where this share of the letters is bold, bold means nothing. */
  private static final double MEANINGLESS_BOLD = 0.6;

  private final List<Line> lines;
  private final List<TextBlock> blocks = new ArrayList<>();

  private LineBlocks(List<Line> lines) {
    this.lines = lines;
  }

  static List<TextBlock> read(List<Line> lines) {
    LineBlocks reader = new LineBlocks(isMostlyBold(lines) ? plain(lines) : lines);
    for (int i = 0; i < lines.size(); ) {
      i = reader.readFrom(i);
    }
    PseudoHeadings.markBeforeLists(reader.blocks);
    return reader.blocks;
  }

  private static boolean isMostlyBold(List<Line> lines) {
    return letters(lines, Line::bold) > MEANINGLESS_BOLD * letters(lines, line -> true);
  }

  private static int letters(List<Line> lines, Predicate<Line> which) {
    return lines.stream().filter(which).mapToInt(line -> line.text().length()).sum();
  }

  private static List<Line> plain(List<Line> lines) {
    return lines.stream().map(Line::plain).toList();
  }

  /** Reads the line at {@code index} and those that belong to it; gives the next index. */
  private int readFrom(int index) {
    Line line = lines.get(index);
    if (isHeading(index)) {
      add(Block.Kind.HEADING, line.text());
    } else if (line.is(Block.Kind.LIST_ITEM)) {
      addItems(line.text());
    } else if (line.isRow() || line.is(Block.Kind.HEADING)) {
      add(Block.Kind.PARAGRAPH, line.text());
    } else {
      return readParagraph(index);
    }
    return index + 1;
  }

  private boolean isHeading(int index) {
    Line line = lines.get(index);
    if (line.is(Block.Kind.HEADING)) {
      return line.text().length() <= MAX_HEADING_CHARS && !PseudoHeadings.isSentence(line.text());
    }
    boolean bold = line.is(Block.Kind.PARAGRAPH) && line.bold() && !line.isRow();
    return bold && index + 1 < lines.size() && PseudoHeadings.mayBe(line.text());
  }

  /** An item may hold a bullet of its own, or several. */
  private void addItems(String text) {
    List<TextBlock> parts = plainBlocks(text);
    if (parts.stream().anyMatch(part -> part.is(Block.Kind.LIST_ITEM))) {
      parts.forEach(part -> add(Block.Kind.LIST_ITEM, part.text()));
    } else {
      add(Block.Kind.LIST_ITEM, text);
    }
  }

  /** Reads lines of one group as plain text is read, which knows bullets and wrapped lines. */
  private int readParagraph(int index) {
    StringBuilder text = new StringBuilder(lines.get(index).text());
    int next = index + 1;
    while (next < lines.size() && continues(next)) {
      text.append('\n').append(lines.get(next).text());
      next++;
    }
    blocks.addAll(plainBlocks(text.toString()));
    return next;
  }

  private boolean continues(int index) {
    Line line = lines.get(index);
    return line.group() == lines.get(index - 1).group()
        && line.is(Block.Kind.PARAGRAPH)
        && !line.isRow()
        && !isHeading(index);
  }

  private static List<TextBlock> plainBlocks(String text) {
    PostingBody body = PostingBody.ofPlainText(text);
    return body.blocks().stream()
        .map(block -> new TextBlock(block.kind(), body.slice(block).replace('\n', ' ')))
        .toList();
  }

  private void add(Block.Kind kind, String text) {
    blocks.add(new TextBlock(kind, text));
  }
}
