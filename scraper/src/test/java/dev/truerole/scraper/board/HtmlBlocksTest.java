package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.posting.PostingBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBlocksTest {

  private static final String LIST = "<p>You need</p><ul><li>Java &amp; SQL</li><li>Tea</li></ul>";

  @Test
  void blocksStandBelowEachOther() {
    PostingBody body =
        HtmlBlocks.read("<h3>Tasks</h3><ul><li>5+ years Java</li><li>SQL</li></ul>End.");
    assertThat(body.text()).isEqualTo("Tasks\n\n- 5+ years Java\n- SQL\nEnd.");
    assertThat(body.composed()).isTrue();
    assertThat(blocks(body)).containsExactly("H Tasks", "L 5+ years Java", "L SQL", "P End.");
  }

  @Test
  void escapedMarkupIsUnescapedHoweverOften() {
    String escaped = LIST;
    for (int i = 0; i < 4; i++) {
      assertThat(blocks(escaped)).containsExactly("H You need", "L Java & SQL", "L Tea");
      escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  }

  @Test
  void anEscapedTagInMarkupIsText() {
    assertThat(blocks("<p>You close every &lt;div&gt; you open.</p>"))
        .containsExactly("P You close every <div> you open.");
  }

  @Test
  void plainTextKeepsItsLines() {
    assertThat(blocks("We bake.\r\n\r\nYou need:\n• Rye &amp; oats\n• Latency < 5 ms"))
        .containsExactly("P We bake.", "H You need:", "L Rye & oats", "L Latency < 5 ms");
  }

  @Test
  void whiteSpaceIsWhatAPersonSees() {
    assertThat(blocks("<p> A\u00A0\u00A0B\n\t C\u200B\u00ADD &amp;nbsp; e\u0301 </p>"))
        .containsExactly("P A B CD \u00E9");
  }

  @Test
  void boldLinesAreHeadingsOnlyWhereTheyStandOut() {
    assertThat(blocks("<p><b>Team</b></p><p>We are five and we bake bread all night.</p>"))
        .containsExactly("H Team", "P We are five and we bake bread all night.");
    assertThat(blocks("<p><b>We are five.</b></p><p><b>We bake bread.</b></p>"))
        .containsExactly("P We are five.", "P We bake bread.");
    assertThat(blocks("<p>We are five and bake all night.</p><p><b>Apply now</b></p>"))
        .containsExactly("P We are five and bake all night.", "P Apply now");
  }

  @Test
  void aLeadInIsNoHeading() {
    assertThat(blocks("<p><b>Team:</b> we are five people who bake bread.</p>"))
        .containsExactly("P Team: we are five people who bake bread.");
  }

  @Test
  void cellsAreJoinedByTabs() {
    assertThat(blocks("<table><tr><th>A</th><td><p>b\tc</p></td><td> </td></tr></table>"))
        .containsExactly("P A\tb c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>Enable it</noscript>",
        "<template>x</template>",
        "<svg><text>x</text></svg>",
        "<nav>Home</nav>",
        "<footer>(c)</footer>",
        "<aside>News</aside>",
        "<div hidden>x</div>",
        "<div aria-hidden=true>x</div>",
        "<div style='color:red; display : none'>x</div>",
        "<div class='cookie-banner'>x</div>",
        "<div id=consent>x</div>",
        "<div role=dialog>x</div>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<button>Apply</button>",
        "<label>Name</label>",
        "<!-- x -->",
        "<p>•</p><p>---</p>",
      })
  void whatIsNotReadIsLeftOut(String noise) {
    assertThat(blocks("<p>Bake bread.</p>" + noise + "<p>Sell it.</p>"))
        .containsExactly("P Bake bread.", "P Sell it.");
  }

  @Test
  void noiseWordsInTheTextOrOnItsContainerDoNoHarm() {
    assertThat(
            blocks(
                "<body class=cookie-consent><main class=consent><p>You sell cookies.</p></main>"))
        .containsExactly("P You sell cookies.");
  }

  static List<String> blocks(String html) {
    return blocks(HtmlBlocks.read(html));
  }

  private static List<String> blocks(PostingBody body) {
    return body.blocks().stream()
        .map(block -> block.kind().name().charAt(0) + " " + body.slice(block))
        .toList();
  }
}
