package dev.truerole.classifier;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.text.RoleNames;
import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What about a text makes it hard to say which one job it describes. */
final class Doubts {

  private static final Set<Section> BOILERPLATE =
      EnumSet.of(Section.COMPANY, Section.BENEFITS, Section.LEGAL);

  /** Fewer tokens than this beyond boilerplate describe no work. */
  private static final int LEAST_TOKENS = 20;

  /** A description of the work has about ten, in the model's units. */
  private static final double LEAST_EVIDENCE = 2;

  /** A heading that names a job may number it or add a word or two. */
  private static final int MAX_WORDS_BEYOND = 2;

  /** "Data scientist" is what is left of "Senior Data Scientist". */
  private static final int NAME_TOKENS = 2;

  private Doubts() {}

  /**
   * What a reader should know before trusting the answer.
   *
   * @param prediction for these segments
   */
  static List<Warning> of(String text, List<Segment> segments, Prediction prediction) {
    List<Warning> doubts = new ArrayList<>();
    if (saysLittle(segments) && evidence(prediction) < LEAST_EVIDENCE) {
      doubts.add(Warning.noDuties());
    }
    List<String> jobs = jobs(text, segments);
    if (jobs.size() > 1) {
      doubts.add(Warning.severalJobs(jobs));
    }
    return doubts;
  }

  private static boolean saysLittle(List<Segment> segments) {
    int tokens =
        segments.stream()
            .filter(segment -> !isBoilerplate(segment))
            .mapToInt(segment -> segment.tokens().size())
            .sum();
    return tokens < LEAST_TOKENS;
  }

  private static double evidence(Prediction prediction) {
    return prediction.evidence().stream()
        .mapToDouble(evidence -> evidence.dataScientist() + evidence.mlEngineer())
        .sum();
  }

  /** A sentence that starts with "we" may well speak of the work: only a heading can tell. */
  private static boolean isBoilerplate(Segment segment) {
    return BOILERPLATE.contains(segment.section())
        && (segment.section() != Section.COMPANY || segment.isHeaded());
  }

  /** Different role names that head what follows them, as headings or as lines of their own. */
  private static List<String> jobs(String text, List<Segment> segments) {
    TreeMap<String, String> names = new TreeMap<>();
    for (int i = 0; i < segments.size() - 1; i++) {
      Segment segment = segments.get(i);
      boolean heads =
          segment.kind() != Segment.Kind.LIST_ITEM
              && segments.get(i + 1).kind() != Segment.Kind.HEADING;
      int beyond = segment.kind() == Segment.Kind.HEADING ? MAX_WORDS_BEYOND : 0;
      if (heads) {
        roleName(segment, beyond).ifPresent(name -> names.putIfAbsent(name, segment.of(text)));
      }
    }
    return List.copyOf(names.values());
  }

  /** The role name in a heading of few other words, without its seniority. */
  private static Optional<String> roleName(Segment segment, int wordsBeyond) {
    List<Token> tokens = segment.tokens();
    for (int from = 0; from <= Math.min(wordsBeyond, tokens.size() - 1); from++) {
      int end = RoleNames.end(segment, from);
      if (end > from && from + tokens.size() - end <= wordsBeyond) {
        return Optional.of(
            tokens.subList(Math.max(from, end - NAME_TOKENS), end).stream()
                .map(Token::normal)
                .collect(Collectors.joining(" ")));
      }
    }
    return Optional.empty();
  }
}
