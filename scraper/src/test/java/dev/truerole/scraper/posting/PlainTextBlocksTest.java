package dev.truerole.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextBlocksTest {

  @Test
  void findsHeadingsParagraphsAndItems() {
    String text =
        "We bake bread.\n\nRequirements\n- Strong arms\n- An alarm clock\n\nBENEFITS\nBread.";
    assertThat(blocks(text))
        .containsExactly(
            "P We bake bread.",
            "H Requirements",
            "L Strong arms",
            "L An alarm clock",
            "H BENEFITS",
            "P Bread.");
  }

  @Test
  void findsMarkdown() {
    assertThat(blocks("# Baker #\n\n**You need**\n\n* Arms\n* __Legs__\n\n__Also:__\n1. A bike"))
        .containsExactly("H Baker", "H You need", "L Arms", "L __Legs__", "H Also:", "L A bike");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"• ", "•", "- ", "* ", "– ", "1. ", "12) ", "(3) ", "a) ", "▪", "\uF0B7 ", "o "})
  void marksAreNotPartOfTheItem(String mark) {
    assertThat(blocks("You need:\n" + mark + "Arms\n" + mark + "Legs"))
        .containsExactly("H You need:", "L Arms", "L Legs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C++ and .NET", "-5 degrees", "1.5 million", "*nix", "3D models", "a b) c"})
  void wordsThatLookLikeMarksAreWords(String line) {
    assertThat(blocks("We know this and much more about it all.\n" + line)).contains("P " + line);
  }

  @Test
  void aLineWithBoldWordsIsNoHeading() {
    assertThat(blocks("**Bread** is made of flour and **water**"))
        .containsExactly("P **Bread** is made of flour and **water**");
  }

  @Test
  void splitsLinesThatLostTheirBreaks() {
    assertThat(blocks("We offer • Bread • Butter • Jam"))
        .containsExactly("P We offer", "L Bread", "L Butter", "L Jam");
  }

  @Test
  void joinsWrappedLines() {
    String text =
        "We are a bakery in the middle of the old town, and\nwe bake all night.\nCome in.";
    assertThat(blocks(text))
        .containsExactly(
            "P We are a bakery in the middle of the old town, and\nwe bake all night.",
            "P Come in.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028"})
  void anyLineBreakWillDo(String lineBreak) {
    String text = "Bake.\n\nYou need:\n- Arms".replace("\n", lineBreak);
    assertThat(blocks(text)).containsExactly("P Bake.", "H You need:", "L Arms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\u00A0\u200B\t", "\uFEFF"})
  void blankTextHasNoBlocks(String text) {
    assertThat(blocks(text)).isEmpty();
  }

  @Test
  void blocksOfRandomTextSliceIt() {
    Random random = new Random(3);
    String letters = "ab AB.:-*•#_()1\n\n\r \t\u00A0\u2028é\uD83D\uDE00";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      PostingBody body = PostingBody.ofPlainText(text.toString());
      assertThat(body.text()).isEqualTo(text.toString());
      assertThat(body.blocks()).allSatisfy(block -> assertThat(body.slice(block)).isNotBlank());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"# a", "**", "- ", "a - ", "• ", "a", "A\n", "\n", "1. ", "a:"})
  void hostileTextIsReadSoon(String start) {
    String padded = start + " ".repeat(400_000) + "b";
    String repeated = start.repeat(200_000);
    assertTimeout(Duration.ofSeconds(10), () -> blocks(padded));
    assertTimeout(Duration.ofSeconds(10), () -> blocks(repeated));
  }

  private static List<String> blocks(String text) {
    PostingBody body = PostingBody.ofPlainText(text);
    return body.blocks().stream()
        .map(block -> block.kind().name().charAt(0) + " " + body.slice(block))
        .toList();
  }
}
