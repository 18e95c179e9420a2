package dev.truerole.scraper.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTitleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Data Scientist\n\nYou will look into things.",
        "Data Scientist\nAcorn Ltd, Leeds\n\nYou will look into things.",
        "\n\n**Data Scientist**\n\nYou will look into things.",
        "# Data Scientist\nYou will look into things."
      })
  void firstShortLineSetApartIsTheTitle(String text) {
    assertThat(PlainTitle.find(text)).contains("Data Scientist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Data Scientist",
        "You will look into things.\n\nAnd explain them.",
        "Data Scientist\nYou will look into things.\nAnd explain them.\n\nThat is all.",
        "Data Scientist\nYou will look into things.\n\nThat is all.",
        "- Data Scientist\n\nYou will look into things."
      })
  void nothingElseIs(String text) {
    assertThat(PlainTitle.find(text)).isEmpty();
  }

  @Test
  void titleIsNoPartOfWhatIsRead() {
    String text = "Data Scientist\n\nYou will look into things.";
    PostingRow.Posting read;
    try (PostingRows rows =
        new PostingFiles(ReadOptions.defaults())
            .openStream(new ByteArrayInputStream(text.getBytes(UTF_8)), "a.txt")) {
      read = (PostingRow.Posting) rows.next();
    }
    assertThat(read.posting().title()).isEqualTo("Data Scientist");
    assertThat(read.posting().body().text()).isEqualTo(text);
    assertThat(read.posting().body().blocks())
        .extracting(block -> read.posting().body().slice(block))
        .containsExactly("You will look into things.");
  }
}
