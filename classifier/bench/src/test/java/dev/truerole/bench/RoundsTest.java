package dev.truerole.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void everyThingComesBeforeAnyComesAgainButForTheLastRoundsRest() {
    Rounds<Integer> rounds = Rounds.of(IntStream.range(0, 300).boxed().toList());
    List<Integer> first = rounds.next();
    List<Integer> second = rounds.next();
    assertThat(first).hasSize(Rounds.SIZE).startsWith(0).endsWith(255);
    assertThat(second).hasSize(Rounds.SIZE).startsWith(256).contains(299).endsWith(211);
    assertThat(rounds.next()).isEqualTo(first);
  }

  @Test
  void aSpreadTakesFromTheWholeLength() {
    List<String> lines = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    assertThat(JsonLines.spread(lines, 5)).containsExactly("0", "2", "4", "6", "8");
    assertThat(JsonLines.spread(lines, 20)).isEqualTo(lines);
  }

  @Test
  void aLabelledLineGivesItsParts() {
    String line = LabelledLines.labelled("hybrid", List.of("bake", "bread"));
    assertThat(LabelledLines.label(line)).isEqualTo("hybrid");
    assertThat(LabelledLines.tokens(line)).containsExactly("bake", "bread");
    assertThat(LabelledLines.tokens("bake bread")).containsExactly("bake", "bread");
  }
}
