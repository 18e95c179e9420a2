package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.classifier.Shipped;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {

  private static final Segmenter SEGMENTER = Segmenter.load();

  @Test
  void anyTextIsCutIntoSlices() {
    Random random = new Random(11);
    for (int run = 0; run < 600; run++) {
      String text = AnyText.of(random);
      checkSlices(text, segments(text));
    }
  }

  /** Blocks may be given by a file, and stand wherever it says. */
  @Test
  void anyBlocksAreCutIntoSlices() {
    Random random = new Random(12);
    for (int run = 0; run < 600; run++) {
      String text = AnyText.of(random);
      List<Block> blocks = new ArrayList<>();
      int from = random.nextInt(3);
      while (from + 1 < text.length()) {
        int end = from + 1 + random.nextInt(Math.min(80, text.length() - from));
        Block.Part part = random.nextBoolean() ? any(random, Block.Part.values()) : null;
        blocks.add(new Block(any(random, Block.Kind.values()), from, end, part, false));
        from = end + random.nextInt(3);
      }
      checkSlices(text, SEGMENTER.segment(PostingBody.composed(text, blocks)));
    }
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void authoredPostingsAreCutIntoSlices() {
    for (JobPosting posting : Shipped.postings()) {
      checkSlices(posting.body().text(), SEGMENTER.segment(posting.body()));
    }
  }

  /** Ascending, inside the text, apart from each other, and so are the tokens of each. */
  private static void checkSlices(String text, List<Segment> segments) {
    int from = 0;
    for (Segment segment : segments) {
      assertThat(segment.start()).isGreaterThanOrEqualTo(from);
      assertThat(segment.end()).isGreaterThan(segment.start()).isLessThanOrEqualTo(text.length());
      assertThat(segment.tokens()).isNotEmpty().hasSizeLessThanOrEqualTo(Segmenter.MAX_TOKENS);
      assertThat(segment.tokens().get(0).start()).isEqualTo(segment.start());
      assertThat(segment.tokens().get(segment.tokens().size() - 1).end()).isEqualTo(segment.end());
      int within = segment.start();
      for (Token token : segment.tokens()) {
        assertThat(token.start()).isGreaterThanOrEqualTo(within);
        assertThat(token.end()).isGreaterThan(token.start());
        within = token.end();
      }
      assertThat(segment.of(text)).isEqualTo(text.substring(segment.start(), segment.end()));
      from = segment.end();
    }
  }

  @Test
  void noTokenOfAPostingIsLost() {
    Tokenizer tokenizer = new Tokenizer();
    for (JobPosting posting : Shipped.postings()) {
      String text = posting.body().text();
      List<String> inBlocks =
          posting.body().blocks().stream()
              .flatMap(block -> tokenizer.tokenize(text, block.start(), block.end()).stream())
              .map(token -> token.of(text))
              .filter(SegmenterTest::isWord)
              .toList();
      List<String> inSegments =
          SEGMENTER.segment(posting.body()).stream()
              .flatMap(segment -> segment.tokens().stream())
              .map(token -> token.of(text))
              .filter(SegmenterTest::isWord)
              .toList();
      assertThat(inSegments).isEqualTo(inBlocks);
    }
  }

  private static boolean isWord(String token) {
    return Character.isLetterOrDigit(token.charAt(0));
  }

  /** Long lines of the kind on which patterns backtrack. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-", "A/B ", "A & ", "Aa-", "and ", "x", "Requirements ", "Requirements: ", ":", ". ",
        "e.g. ", "(", "the Role ", "What you", "equity ", "years ", "a.A", "\u2022 ", "7 ", "- "
      })
  void hostileLinesAreCutInTime(String piece) {
    for (String text : List.of(piece.repeat(20_000) + "1", "Duties " + piece.repeat(50) + "1")) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> checkSlices(text, segments(text)));
    }
  }

  @Test
  void textWithoutLineBreaksIsCutIntoSentencesAndSections() {
    String text =
        "We sell tea online. You will design experiments and forecast demand. "
            + "Requirements: Three years of SQL. A degree in statistics. "
            + "Nice to have: Bayesian methods. Benefits: Health insurance and free tea.";
    assertThat(outline(text))
        .containsExactly(
            "COMPANY SENTENCE We sell tea online.",
            "RESPONSIBILITIES SENTENCE You will design experiments and forecast demand.",
            "REQUIREMENTS HEADING Requirements",
            "REQUIREMENTS SENTENCE Three years of SQL.",
            "REQUIREMENTS SENTENCE A degree in statistics.",
            "PREFERRED HEADING Nice to have",
            "PREFERRED SENTENCE Bayesian methods.",
            "BENEFITS HEADING Benefits",
            "BENEFITS SENTENCE Health insurance and free tea.");
  }

  @Test
  void aHeadingAboutTheCompanyEndsWhereTheWorkBegins() {
    assertThat(
            outline(
                "About us\n\nFernhill sells tea in nine countries. Our platform needs strong skills."
                    + "\n\nYou will forecast demand.\n\n- Dental cover"))
        .containsExactly(
            "COMPANY HEADING About us",
            "COMPANY SENTENCE Fernhill sells tea in nine countries.",
            "COMPANY SENTENCE Our platform needs strong skills.",
            "RESPONSIBILITIES SENTENCE You will forecast demand.",
            "BENEFITS LIST_ITEM Dental cover");
  }

  @Test
  void headingsAndListItemsKeepTheirKind() {
    assertThat(
            outline(
                "# What you will do\n\n- Train models\n- Ship them\n\n# Who you are\n\n- Curious"))
        .containsExactly(
            "RESPONSIBILITIES HEADING What you will do",
            "RESPONSIBILITIES LIST_ITEM Train models",
            "RESPONSIBILITIES LIST_ITEM Ship them",
            "REQUIREMENTS HEADING Who you are",
            "REQUIREMENTS LIST_ITEM Curious");
  }

  @Test
  void segmentKnowsItsHeading() {
    List<Segment> segments = segments("Hello there, reader.\n\nRequirements:\n- Python");
    assertThat(segments.get(0).heading()).isNull();
    assertThat(segments.get(0).isHeaded()).isFalse();
    assertThat(segments.get(2).heading()).startsWith("Requirements");
    assertThat(segments.get(2).isHeaded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We are a small bank in Leeds. | COMPANY",
        "You will build churn models with the marketing team. | RESPONSIBILITIES",
        "Design and analyse controlled experiments. | RESPONSIBILITIES",
        "At least 4 years of experience with SQL. | REQUIREMENTS",
        "Master's degree in a quantitative field. | REQUIREMENTS",
        "Kubernetes would be a plus. | PREFERRED",
        "Spark is desirable but not required. | PREFERRED",
        "Dental cover and 28 days of annual leave. | BENEFITS",
        "We are an equal opportunity employer. | LEGAL",
        "Hello. | OTHER"
      })
  void sentenceWithoutAHeadingSaysItsSection(String text, Section section) {
    assertThat(segments(text)).extracting(Segment::section).containsExactly(section);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Requirements | REQUIREMENTS",
        "Minimum qualifications | REQUIREMENTS",
        "What we're looking for | REQUIREMENTS",
        "Preferred qualifications | PREFERRED",
        "Bonus points | PREFERRED",
        "What you'll do | RESPONSIBILITIES",
        "Your mission | RESPONSIBILITIES",
        "Perks and benefits | BENEFITS",
        "What we offer | BENEFITS",
        "About us | COMPANY",
        "Our culture | COMPANY",
        "Equal opportunity | LEGAL"
      })
  void markdownHeadingOpensItsSection(String heading, Section section) {
    List<Segment> segments = segments("# " + heading + "\n\n- Zebra stripes");
    assertThat(segments).extracting(Segment::section).containsOnly(section);
  }

  @Test
  void longSentencesAreCutAtAClauseEnd() {
    String text =
        IntStream.range(0, 40).mapToObj(i -> "alpha beta gamma").collect(Collectors.joining(", "));
    List<Segment> segments = segments(text);
    assertThat(segments).hasSizeGreaterThan(1);
    assertThat(segments.subList(0, segments.size() - 1))
        .allSatisfy(segment -> assertThat(segment.of(text)).endsWith(","));
  }

  @Test
  void wordsWithoutAClauseEndAreCutAtTheLimit() {
    assertThat(segments("word ".repeat(200)))
        .extracting(segment -> segment.tokens().size())
        .containsExactly(60, 60, 60, 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\n", "\t \u00a0"})
  void blankTextHasNoSegment(String text) {
    assertThat(segments(text)).isEmpty();
  }

  @Test
  void composedBlocksAreReadAsTheyAre() {
    PostingBody body =
        PostingBody.composed(
            "Skills\nSQL",
            List.of(new Block(Block.Kind.HEADING, 0, 6), new Block(Block.Kind.LIST_ITEM, 7, 10)));
    assertThat(SEGMENTER.segment(body))
        .extracting(Segment::kind)
        .containsExactly(Segment.Kind.HEADING, Segment.Kind.LIST_ITEM);
  }

  /** What a board keeps in a field of its own needs no heading, and a heading inside narrows it. */
  @Test
  void declaredPartsAreSections() {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    declare(text, blocks, Block.Kind.PARAGRAPH, "Loaves since 1901", Block.Part.COMPANY);
    declare(text, blocks, Block.Kind.PARAGRAPH, "Dough every morning", Block.Part.RESPONSIBILITIES);
    declare(text, blocks, Block.Kind.HEADING, "Ovens", Block.Part.REQUIREMENTS);
    declare(text, blocks, Block.Kind.LIST_ITEM, "Warm hands", Block.Part.REQUIREMENTS);
    declare(text, blocks, Block.Kind.HEADING, "Nice to have", Block.Part.REQUIREMENTS);
    declare(text, blocks, Block.Kind.LIST_ITEM, "A whisk", Block.Part.REQUIREMENTS);
    declare(text, blocks, Block.Kind.PARAGRAPH, "Free rolls", Block.Part.BENEFITS);
    declare(text, blocks, Block.Kind.PARAGRAPH, "Ring twice", Block.Part.OTHER);
    List<Segment> segments = SEGMENTER.segment(PostingBody.composed(text.toString(), blocks));
    assertThat(segments)
        .extracting(Segment::section)
        .containsExactly(
            Section.COMPANY,
            Section.RESPONSIBILITIES,
            Section.REQUIREMENTS,
            Section.REQUIREMENTS,
            Section.PREFERRED,
            Section.PREFERRED,
            Section.BENEFITS,
            Section.OTHER);
    assertThat(segments.get(6).heading()).isNull();
  }

  private static void declare(
      StringBuilder text, List<Block> blocks, Block.Kind kind, String words, Block.Part part) {
    int start = text.length();
    text.append(words).append('\n');
    blocks.add(new Block(kind, start, start + words.length(), part, false));
  }

  @Test
  void threadsSeeTheSameSegments() {
    List<List<Segment>> parallel =
        Shipped.postings().parallelStream()
            .map(posting -> SEGMENTER.segment(posting.body()))
            .toList();
    assertThat(parallel).isEqualTo(Shipped.segments());
  }

  @Test
  void aSegmentWithoutATokenIsRefused() {
    assertThatThrownBy(
            () -> new Segment(Segment.Kind.SENTENCE, 3, 9, Section.OTHER, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[3, 9)");
  }

  @Test
  void spansCheckThemselves() {
    assertThat(new Span(1, 3).of("abcd")).isEqualTo("bc");
    assertThat(new Span(1, 3).length()).isEqualTo(2);
    assertThatThrownBy(() -> new Span(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> outline(String text) {
    return segments(text).stream()
        .map(segment -> segment.section() + " " + segment.kind() + " " + segment.of(text))
        .map(line -> line.endsWith(":") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }

  private static List<Segment> segments(String text) {
    return SEGMENTER.segment(PostingBody.ofPlainText(text));
  }
}
