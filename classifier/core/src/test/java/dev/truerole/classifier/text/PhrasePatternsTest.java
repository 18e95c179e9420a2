package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.text.PhrasePatterns.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking for literals first must change nothing but the time it takes. */
class PhrasePatternsTest {

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(Section.LEGAL, "^(?!.*(skill|must)).*(\\bdut(y|ies)\\b|(job|key) functions)"),
          new Entry(Section.BENEFITS, "401\\(?k|\\bpto\\b|ph\\.?d|\\bequity\\b.*(salary|pay)"),
          new Entry(Section.REQUIREMENTS, "\\d\\+? ?(-|to)? ?\\d* ?\\+? years|abc?|years('|s)? of"),
          new Entry(Section.PREFERRED, "is an? (\\w+ )?(plus|bonus)\\b|what .{1,40} offers? you"),
          new Entry(Section.COMPANY, "\\d\\d\\d|[a-z]{9,}"));

  private static final List<String> WORDS =
      List.of(
          "duty",
          "duties",
          "skill",
          "must",
          "job functions",
          "functions",
          "401k",
          "401(k",
          "pto",
          "ptos",
          "phd",
          "ph.d",
          "equity",
          "salary",
          "pay",
          "5+ years",
          "3 to 5 years",
          "years",
          "years' of",
          "ab",
          "abc",
          "is a plus",
          "is an great bonus",
          "what we offer you",
          "123",
          "qwertyuiopas",
          "x",
          "\n",
          "is a");

  private final PhrasePatterns patterns = new PhrasePatterns(ENTRIES);

  @Test
  void findsWhatTryingEachPatternFinds() {
    Random random = new Random(4);
    for (int i = 0; i < 3000; i++) {
      String text = phrases(random);
      assertThat(patterns.section(text)).as(text).isEqualTo(byTrying(text));
      assertThat(patterns.match(text).isPresent()).isEqualTo(byTrying(text).isPresent());
    }
  }

  @Test
  void theMatchIsTheLeftmostOfTheFirstPattern() {
    assertThat(patterns.match("a phd and pto and 401k").orElseThrow().start()).isEqualTo(2);
    assertThat(patterns.match("nothing here")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "\\bpto\\b; pto",
        "ph\\.?d; ph",
        "401\\(?k; 401",
        "years('|s)? of; years",
        "ab*c+d?efg; efg",
        "(salary|pay) range; ' range'",
        "\\p{Lu}xyz[a-z]{2,3}; xyz",
        "what .{1,40} offers? you; ' offer'"
      })
  void aLiteralStandsInEveryMatch(String regex, String literal) {
    assertThat(RequiredLiterals.of(regex.strip())).isEqualTo(Set.of(literal.replace("'", "")));
  }

  @Test
  void groupsGiveTheLiteralsOfTheirAlternatives() {
    assertThat(RequiredLiterals.of("^(design|own|(re)?build)\\b"))
        .containsExactlyInAnyOrder("design", "own", "build");
    assertThat(RequiredLiterals.of("(alpha|[0-9])")).isEmpty();
    assertThat(RequiredLiterals.of("(?!never)x(maybe)?")).isEmpty();
    assertThat(RequiredLiterals.alternatives("a|(b|c)d|[|]|\\|e")).hasSize(4);
  }

  private static Optional<Section> byTrying(String text) {
    return ENTRIES.stream()
        .filter(entry -> Pattern.compile(entry.regex()).matcher(text).find())
        .map(Entry::section)
        .findFirst();
  }

  private static String phrases(Random random) {
    return random
        .ints(random.nextInt(6), 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }
}
