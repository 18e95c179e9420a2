package dev.truerole.classifier.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.tokenize.WordpieceTokenizer;

/**
 * Segments as ids of the word pieces that a pre-trained encoder knows (lower case, accents
 * stripped, as BERT's uncased models read), role names masked. Thread-safe.
 */
public final class Wordpieces {

  /** The id that fills a row up; no segment holds it. */
  public static final int PAD = 0;

  /** The most ids of a segment, its two marks included; what is longer is cut. */
  public static final int MAX_LENGTH = 256;

  private static final int LONGEST_WORD = 100;
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{Punct}]");

  private final Map<String, Integer> ids = new HashMap<>();
  private final WordpieceTokenizer tokenizer;
  private final int mask;
  private final int first;
  private final int last;
  private final int unknown;

  private Wordpieces(List<String> pieces) {
    for (int id = 0; id < pieces.size(); id++) {
      ids.put(pieces.get(id), id);
    }
    tokenizer = new WordpieceTokenizer(ids.keySet(), LONGEST_WORD);
    mask = known("[MASK]");
    first = known(WordpieceTokenizer.BERT_CLS_TOKEN);
    last = known(WordpieceTokenizer.BERT_SEP_TOKEN);
    unknown = known(WordpieceTokenizer.BERT_UNK_TOKEN);
    if (known("[PAD]") != PAD) {
      throw new IllegalArgumentException("[PAD] must be piece " + PAD);
    }
  }

  /**
   * The pieces of an encoder, each at the place of its id.
   *
   * @throws IllegalArgumentException if one of BERT's marks is missing
   */
  public static Wordpieces of(List<String> pieces) {
    return new Wordpieces(pieces);
  }

  private int known(String piece) {
    return Optional.ofNullable(ids.get(piece))
        .orElseThrow(() -> new IllegalArgumentException("the vocabulary has no " + piece));
  }

  /** How many pieces there are. */
  public int size() {
    return ids.size();
  }

  /** The ids of a segment, from {@code [CLS]} to {@code [SEP]}. */
  public int[] ids(Segment segment) {
    IntStream.Builder inside = IntStream.builder();
    StringBuilder words = new StringBuilder();
    int i = 0;
    while (i < segment.tokens().size()) {
      int nameEnd = RoleNames.end(segment, i);
      if (nameEnd > i) {
        add(words, inside);
        inside.add(mask);
      } else {
        boolean joined =
            i > 0 && segment.tokens().get(i - 1).end() == segment.tokens().get(i).start();
        words.append(joined ? "" : " ").append(segment.tokens().get(i).normal());
      }
      i = Math.max(i + 1, nameEnd);
    }
    add(words, inside);
    IntStream cut = inside.build().limit(MAX_LENGTH - 2L);
    return IntStream.concat(IntStream.concat(IntStream.of(first), cut), IntStream.of(last))
        .toArray();
  }

  /** Moves the words collected so far into the ids. */
  private void add(StringBuilder words, IntStream.Builder into) {
    String[] pieces = tokenizer.tokenize(plain(words));
    for (int i = 1; i < pieces.length - 1; i++) {
      into.add(ids.getOrDefault(pieces[i], unknown));
    }
    words.setLength(0);
  }

  /** Without accents, and each punctuation mark by itself. */
  private static String plain(CharSequence words) {
    String bare = ACCENTS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
    return PUNCTUATION.matcher(bare).replaceAll(" $0 ").strip();
  }
}
