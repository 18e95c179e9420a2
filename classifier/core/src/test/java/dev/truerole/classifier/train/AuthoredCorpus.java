package dev.truerole.classifier.train;

import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.model.Role;
import dev.truerole.scraper.file.ReadOptions;
import java.util.ArrayList;
import java.util.List;

/** Authored postings as a corpus, and eight of them to learn by heart: two of each role. */
public final class AuthoredCorpus {

  private static final Corpus AUTHORED =
      Corpus.load(
          new CorpusFiles(List.of(Shipped.POSTINGS), List.of(), List.of(), List.of()),
          false,
          ReadOptions.defaults());

  private static final List<CorpusPosting> EIGHT = List.copyOf(some(2));

  private AuthoredCorpus() {}

  /** All authored postings. */
  public static Corpus authored() {
    return AUTHORED;
  }

  /** The eight. */
  public static List<CorpusPosting> eight() {
    return EIGHT;
  }

  /** The first postings of each role. */
  public static List<CorpusPosting> some(int perRole) {
    List<CorpusPosting> some = new ArrayList<>();
    for (Role role : Role.values()) {
      AUTHORED.postings().stream()
          .filter(posting -> posting.labelled().role() == role)
          .limit(perRole)
          .forEach(some::add);
    }
    return some;
  }
}
