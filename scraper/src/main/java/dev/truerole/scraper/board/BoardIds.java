package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.PostingId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Ids of postings on boards, and lists in which each occurs once. */
final class BoardIds {

  /** What a board calls a posting goes into addresses, so it is held to plain characters. */
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]{0,199}");

  private BoardIds() {}

  /** An id such as {@code greenhouse:acme:12}. */
  static PostingId of(BoardSource source, String number) {
    return PostingId.of(source.name() + ":" + source.tenant() + ":" + number);
  }

  /** Items without the later ones of a key, and without those whose key is none. */
  static List<LooseJson> once(List<LooseJson> items, Function<LooseJson, String> key) {
    Set<String> seen = new HashSet<>();
    List<LooseJson> once = new ArrayList<>();
    for (LooseJson item : items) {
      String name = key.apply(item);
      if (KEY.matcher(name).matches() && seen.add(name)) {
        once.add(item);
      }
    }
    return once;
  }

  /** The elements of the array a board keeps its postings in. */
  static List<LooseJson> items(LooseJson array, BoardSource source, String where)
      throws BoardFormatException {
    return Optional.of(array)
        .filter(value -> value.node().isArray())
        .map(value -> value.all().filter(item -> item.node().isObject()).toList())
        .orElseThrow(
            () -> new BoardFormatException(source.name(), where, "no list of postings in it"));
  }
}
