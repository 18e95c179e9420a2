package dev.truerole.classifier.text;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a posting into segments: headings, list items and sentences, each with its heading and
 * section. Text without line breaks is cut at sentences and at headings inside the line.
 *
 * <p>Sentences come from OpenNLP's English model. Thread-safe: every thread has its own detector.
 */
public final class Segmenter {

  /** Longer segments are cut at a clause border, so that evidence stays readable. */
  static final int MAX_TOKENS = 60;

  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  /** A sentence end whose space was lost: "models.Experience", yet not "ASP.NET". */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d)][.!?;])(?=\\p{Lu}\\p{Ll})"
              // ... or a line break was: "PySparkProficiency in SQL".
              + "|(?<=[\\p{L})])(?=(?:Experience[sd]?|Knowledge|Strong|Proficien(?:cy|t)|Familiar(?:ity)?|Exposure|Ability|Excellent"
              + "|Understanding|Bachelor|Master|Minimum|Must|Demonstrated|Expertise|Solid|Proven)\\b)"
              // ... or before a duty: "TensorFlowWrite tidy code", yet not "CodeBuild and".
              + "|(?<=[\\p{Ll})])(?=(?:Working|Write|Writing|Able|Advanced|Hands-on|Develop(?:ing)?|Creat(?:e|ing)"
              + "|Provid(?:e|ing)|Ensur(?:e|ing)|Perform(?:ing)?|Collaborat(?:e|ing)|Identify(?:ing)?|Communicat(?:e|ing|ion)"
              + "|Maintain(?:ing)?|Detail|Passion(?:ate)?|Implement(?:ing)?|Participat(?:e|ing)|Contribut(?:e|ing)|Understand(?:ing)?) [a-z])");

  /** The same in a text without capitals: "skills.have two years", yet not "node.js and". */
  private static final Pattern GLUED_SMALL =
      Pattern.compile(
          "(?<=\\p{Ll}{3}[.!?;])(?!(?:js|net|com|io|ai|py|org|co|uk|dev)\\b)(?=\\p{Ll}{2,} )");

  /** What but letters {@link #GLUED} finds before a capital. */
  private static final String BEFORE_GLUED = ".!?;)";

  /** Ends of "sentences" that go on. */
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:^|[\\s(,;/])(?i:e\\.g|i\\.e|eg|ex|incl|viz|vs|approx|min)\\.$");

  private static final int LONGEST_ABBREVIATION = 8;

  /** Sections whose lists are often parted by headings of their own. */
  private static final Set<Section> SUBDIVIDED =
      Set.of(Section.REQUIREMENTS, Section.RESPONSIBILITIES, Section.PREFERRED);

  private static final int MAX_SUBHEADING_WORDS = 4;

  private static final int ASCII = 128;

  private static final Pattern CLAUSE_END = Pattern.compile("[,;:]|--?|and|or");

  private final SentenceModel model;
  private final String sentenceEnds;
  private final ThreadLocal<SentenceDetectorME> detector;
  private final Tokenizer tokenizer = new Tokenizer();

  private Segmenter(SentenceModel model) {
    this.model = model;
    this.sentenceEnds =
        model.getFactory().getEndOfSentenceScanner().getEOSCharacters().stream()
            .map(String::valueOf)
            .collect(Collectors.joining());
    this.detector = ThreadLocal.withInitial(() -> new SentenceDetectorME(this.model));
  }

  /**
   * Loads the sentence model that comes with the product.
   *
   * @throws UncheckedIOException if it is missing or broken
   */
  public static Segmenter load() {
    try (InputStream in = Segmenter.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IOException("no sentence model " + MODEL + " on the class path");
      }
      return new Segmenter(new SentenceModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The segments of a posting, ascending and without overlap; empty for text without a token. */
  public List<Segment> segment(PostingBody body) {
    Run run = new Run(body.text());
    for (Block block : body.blocks()) {
      run.read(block);
    }
    return run.segments;
  }

  /** One posting on its way: what has been cut so far, and the heading now in force. */
  private final class Run {
    private final String text;

    /** The text again: an array is much quicker to look through. */
    private final char[] chars;

    private final boolean small;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable String heading;
    private @Nullable Section section;

    /** What the source says of the blocks we are in; holds where no heading says otherwise. */
    private Block.@Nullable Part part;

    private Run(String text) {
      this.text = text;
      this.chars = text.toCharArray();
      this.small = text.chars().noneMatch(Character::isUpperCase);
    }

    private void read(Block block) {
      if (block.part() != part) {
        part = block.part();
        heading = null;
        section = declared();
      }
      switch (block.kind()) {
        case HEADING -> open(block.start(), block.end());
        case LIST_ITEM -> item(block.start(), block.end());
        case PARAGRAPH -> paragraph(block.start(), block.end());
      }
    }

    private void open(int start, int end) {
      String words = text.substring(start, end);
      Section before = section;
      heading = words;
      section = Sections.ofHeading(words).orElse(isSubheading(words) ? before : declared());
      add(Segment.Kind.HEADING, start, end);
    }

    private @Nullable Section declared() {
      return part == null ? null : Sections.ofPart(part).orElse(null);
    }

    /** "Programming:" under "Requirements" leaves the section as it is. */
    private boolean isSubheading(String words) {
      return section != null
          && SUBDIVIDED.contains(section)
          && Sections.words(words) <= MAX_SUBHEADING_WORDS;
    }

    /** A list item that ends in a colon and names a section is a heading with a bullet. */
    private void item(int start, int end) {
      boolean colon = end > start && chars[end - 1] == ':';
      if (colon && Sections.isKnownHeading(text.substring(start, end))) {
        open(start, end);
      } else {
        cut(start, end, Segment.Kind.LIST_ITEM);
      }
    }

    private void paragraph(int start, int end) {
      boolean fits = end - start <= Sections.MAX_HEADING_CHARS;
      if (fits && Sections.isKnownHeading(text.substring(start, end))) {
        open(start, end);
      } else {
        cut(start, end, Segment.Kind.SENTENCE);
      }
    }

    /** Cuts at headings inside the line, then at sentences. */
    private void cut(int start, int end, Segment.Kind kind) {
      int from = start;
      for (Sections.InlineHeading inline : Sections.inlineHeadings(text, chars, start, end)) {
        sentences(from, inline.start(), kind);
        open(inline.start(), inline.end());
        from = inline.after();
      }
      sentences(from, end, kind);
    }

    private void sentences(int start, int end, Segment.Kind kind) {
      int from = start;
      Matcher glued = (small ? GLUED_SMALL : GLUED).matcher(text).useTransparentBounds(true);
      for (int i = start + 1; i < end; i++) {
        if (isGlueable(i) && glued.region(i, end).lookingAt()) {
          detect(from, i, kind);
          from = i;
        }
      }
      detect(from, end, kind);
    }

    /** A cheap look before the pattern is tried. */
    private boolean isGlueable(int i) {
      char before = chars[i - 1];
      return small
          ? !Character.isLetterOrDigit(before) && !Character.isWhitespace(before)
          : opensWord(i) && mayBeGluedTo(before);
    }

    private static boolean mayBeGluedTo(char before) {
      return Character.isLetter(before)
          || BEFORE_GLUED.indexOf(before) >= 0
          || Character.isSurrogate(before);
    }

    private boolean opensWord(int i) {
      return isCapital(chars[i])
          && i + 1 < chars.length
          && Character.isLowerCase(text.codePointAt(i + 1));
    }

    private static boolean isCapital(char c) {
      return c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private void detect(int start, int end, Segment.Kind kind) {
      if (start >= end) {
        return;
      }
      int from = start;
      if (mayHoldSeveral(start, end)) {
        for (opennlp.tools.util.Span span :
            detector.get().sentPosDetect(text.substring(start, end))) {
          int to = start + span.getEnd();
          if (!endsInAbbreviation(from, to) && !goesOn(to, end)) {
            add(kind, from, to);
            from = to;
          }
        }
      }
      add(kind, from, end);
    }

    /** Whether a sentence could end before the last gap; the model ends them nowhere else. */
    private boolean mayHoldSeveral(int start, int end) {
      int last = end;
      while (last > start && Character.isWhitespace(chars[last - 1])) {
        last--;
      }
      while (last > start && !Character.isWhitespace(chars[last - 1])) {
        last--;
      }
      for (int i = start; i < last; i++) {
        if (isSentenceEnd(chars[i])) {
          return true;
        }
      }
      return false;
    }

    /** The model takes the stop of "e.g." for the end of a sentence. */
    private boolean endsInAbbreviation(int from, int to) {
      int word = Math.max(from, to - LONGEST_ABBREVIATION);
      return ABBREVIATION.matcher(text).region(word, to).find();
    }

    /** "SQL, R, etc. are a plus" is one sentence. */
    private boolean goesOn(int to, int end) {
      int next = to;
      while (next < end && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      boolean etc = text.startsWith("etc.", to - 4) || text.startsWith("etc.)", to - 5);
      return etc && next < end && !small && Character.isLowerCase(text.charAt(next));
    }

    private void add(Segment.Kind kind, int start, int end) {
      List<Token> tokens = tokenizer.tokenize(text, start, end);
      while (tokens.size() > MAX_TOKENS) {
        int cut = clauseEnd(tokens);
        addTokens(kind, tokens.subList(0, cut));
        tokens = tokens.subList(cut, tokens.size());
      }
      addTokens(kind, tokens);
    }

    private void addTokens(Segment.Kind kind, List<Token> tokens) {
      if (!tokens.isEmpty()) {
        int start = tokens.get(0).start();
        int end = tokens.get(tokens.size() - 1).end();
        Section about = about(kind, text.substring(start, end));
        segments.add(new Segment(kind, start, end, about, heading, tokens));
      }
    }

    /** What the heading in force says, or where none does, the words themselves. */
    private Section about(Segment.Kind kind, String words) {
      if (section == Section.COMPANY && Sections.opensWork(kind, words)) {
        heading = null;
        section = null;
      }
      Section known = section;
      return known == null || known == Section.OTHER ? Sections.ofSentence(words) : known;
    }
  }

  private boolean isSentenceEnd(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || c == ' ';
    return !letter && sentenceEnds.indexOf(c) >= 0;
  }

  /** How many tokens to take so that the cut falls behind the last clause end in the allowance. */
  private static int clauseEnd(List<Token> tokens) {
    for (int i = MAX_TOKENS - 1; i > MAX_TOKENS / 2; i--) {
      boolean parted = tokens.get(i).end() < tokens.get(i + 1).start();
      if (parted && CLAUSE_END.matcher(tokens.get(i).normal()).matches()) {
        return i + 1;
      }
    }
    return MAX_TOKENS;
  }
}
