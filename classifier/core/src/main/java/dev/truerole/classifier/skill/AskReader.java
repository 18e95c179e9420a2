package dev.truerole.classifier.skill;

import dev.truerole.classifier.skill.Asks.Degree;
import dev.truerole.classifier.skill.Asks.Salary;
import dev.truerole.classifier.skill.Asks.Seniority;
import dev.truerole.classifier.skill.Asks.Workplace;
import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a posting states as a whole: years of experience, degree, rank, pay and workplace.
 * Thread-safe; time grows linearly with the posting.
 */
public final class AskReader {

  private final CuePhrases phrases = CuePhrases.load();

  /** What a posting states, read from its segments in their order. */
  public Asks read(String text, List<Segment> segments) {
    Run run = new Run();
    Settings settings = new Settings(text);
    for (Segment segment : segments) {
      run.read(settings.next(segment));
    }
    return new Asks(run.years, run.degree, run.seniority, run.salary, run.workplace);
  }

  /** One posting on its way: what has been found so far. */
  private final class Run {
    private @Nullable Stated<Integer> years;
    private @Nullable Stated<Degree> degree;
    private @Nullable Stated<Seniority> seniority;
    private @Nullable Stated<Salary> salary;
    private @Nullable Stated<Workplace> workplace;

    private void read(Setting setting) {
      int topics = Topics.of(setting.tokens());
      if (setting.section() != Section.LEGAL && setting.section() != Section.BENEFITS) {
        person(setting, topics);
      }
      if (salary == null && has(topics, Topics.NUMBER)) {
        salary = Salaries.find(setting).orElse(null);
      }
      if (workplace == null && has(topics, Topics.WORKPLACE)) {
        workplace = Workplaces.find(setting).orElse(null);
      }
    }

    private void person(Setting setting, int topics) {
      if (has(topics, Topics.YEARS)) {
        years(setting);
      }
      if (degree == null && has(topics, Topics.DEGREE)) {
        degree = degree(setting);
      }
      if (seniority == null && has(topics, Topics.RANK)) {
        seniority = Ranks.find(setting).orElse(null);
      }
    }

    private static boolean has(int topics, int topic) {
      return (topics & topic) != 0;
    }

    /** Of several demands the greatest holds: the smaller ones speak of single skills. */
    private void years(Setting setting) {
      List<Place<Integer>> found = Experience.find(setting);
      if (found.isEmpty()) {
        return;
      }
      Comparator<Place<Integer>> byNumber = Comparator.comparing(Place::value);
      // "A doctorate and one year, or a master's and three": one year will do.
      boolean choice = Degrees.find(setting).size() > 1 && found.size() > 1;
      demanded(setting, found)
          .min(choice ? byNumber : byNumber.reversed())
          .filter(place -> years == null || years.value() < place.value())
          .ifPresent(place -> years = place.in(setting));
    }

    private @Nullable Stated<Degree> degree(Setting setting) {
      List<Place<Degree>> found = Degrees.find(setting);
      return found.isEmpty()
          ? null
          : demanded(setting, found)
              .min(Comparator.comparing(Place::value))
              .map(place -> place.in(setting))
              .orElse(null);
    }

    private <T> Stream<Place<T>> demanded(Setting setting, List<Place<T>> places) {
      boolean headed = setting.section() == Section.PREFERRED && setting.headed();
      Wording wording = Wording.of(setting, phrases);
      return places.stream().filter(place -> !headed && !isSoft(wording.at(place.from())));
    }

    private static boolean isSoft(Optional<Cue> said) {
      return said.filter(cue -> cue.effect() == Cue.Effect.SOFTEN).isPresent();
    }
  }
}
