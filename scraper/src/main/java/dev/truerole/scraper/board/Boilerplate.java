package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Marks what the postings of one board repeat: who the company is, what it offers, how to apply.
 *
 * <p>The same job in five towns repeats everything, so postings of one title count once. A short
 * line such as a heading or {@code Java} may stand in most postings and still say something of
 * each; it is marked only where all of its section is repeated.
 */
public final class Boilerplate {

  /** A block in this share of the postings is the company's and not the job's. */
  private static final double SHARE = 0.6;

  /** With fewer jobs, that they agree tells nothing. */
  private static final int MIN_TITLES = 3;

  /** A sentence of so many letters is not repeated by chance. */
  private static final int LONG_CHARS = 60;

  private final Set<String> repeated = new HashSet<>();

  private Boilerplate() {}

  /**
   * The same postings with their repeated blocks marked.
   *
   * @param board all postings read of one board
   */
  public static List<JobPosting> mark(List<JobPosting> board) {
    Boilerplate boilerplate = new Boilerplate();
    boilerplate.count(board);
    return boilerplate.repeated.isEmpty()
        ? List.copyOf(board)
        : board.stream().map(boilerplate::marked).toList();
  }

  private void count(List<JobPosting> board) {
    Map<String, Set<String>> byTitle = new HashMap<>();
    for (JobPosting posting : board) {
      String title = fold(posting.title() == null ? posting.id().text() : posting.title());
      byTitle.computeIfAbsent(title, none -> new HashSet<>()).addAll(texts(posting.body()));
    }
    Map<String, Integer> counts = new HashMap<>();
    byTitle.values().forEach(texts -> texts.forEach(text -> counts.merge(text, 1, Integer::sum)));
    double enough = Math.max(MIN_TITLES, SHARE * byTitle.size());
    counts.forEach(
        (text, count) -> {
          if (count >= enough) {
            repeated.add(text);
          }
        });
  }

  private static List<String> texts(PostingBody body) {
    return body.blocks().stream().map(block -> fold(body.slice(block))).toList();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private JobPosting marked(JobPosting posting) {
    PostingBody body = posting.body();
    List<Block> blocks = new ArrayList<>();
    for (List<Block> section : sections(body.blocks())) {
      boolean whole = section.stream().allMatch(block -> isRepeated(body, block));
      boolean content = section.stream().anyMatch(block -> block.kind() != Block.Kind.HEADING);
      for (Block block : section) {
        boolean alone = isRepeated(body, block) && block.end() - block.start() >= LONG_CHARS;
        blocks.add((whole && content) || alone ? block.asBoilerplate() : block);
      }
    }
    return posting.withBody(new PostingBody(body.text(), blocks, body.composed()));
  }

  private boolean isRepeated(PostingBody body, Block block) {
    return repeated.contains(fold(body.slice(block)));
  }

  /** From each heading to the next. */
  private static List<List<Block>> sections(List<Block> blocks) {
    List<List<Block>> sections = new ArrayList<>();
    for (Block block : blocks) {
      if (sections.isEmpty() || block.kind() == Block.Kind.HEADING) {
        sections.add(new ArrayList<>());
      }
      sections.get(sections.size() - 1).add(block);
    }
    return sections;
  }
}
